import type { Translations } from '../platform-words.ts';
import type { sandboxDefinition } from './definition.ts';

export const sandboxTranslations: Translations<typeof sandboxDefinition> = {
  de: {
    description: 'Übungsbücher, die zu dieser Installation gehören',
    fields: {
      companyKey: {
        label: 'Unternehmensschlüssel',
        help: 'Bezeichnet das Unternehmen in der Sandbox, zum Beispiel harbour-lane.',
      },
      secret: { label: 'Geheimnis', help: 'Das Geheimnis, das zum Unternehmensschlüssel gehört.' },
    },
    reads: [
      'Das Unternehmen selbst, seine Währungen, der Kontenplan, Steuersätze und Kategorien',
      'Kontakte mit Anschriften, Telefonnummern, E-Mail-Adressen und Websites',
      'Artikel, Aufträge und Bestellungen',
      'Ausgangs- und Eingangsrechnungen mit ihren Positionen, Gutschriften und die Zahlungen dazu',
      'Ausgaben, Bankkonten mit ihren Umsätzen und Buchungssätze',
    ],
    writes: [
      'Neue Kontakte und Änderungen an Kontakten',
      'Zahlungseingänge zu Ausgangsrechnungen, ganz oder in Teilen',
    ],
  },
  fr: {
    description: 'Comptabilité d’exercice fournie avec cette installation',
    fields: {
      companyKey: {
        label: 'Clé de l’entreprise',
        help: 'Désigne l’entreprise dans la sandbox, par exemple harbour-lane.',
      },
      secret: { label: 'Secret', help: 'Le secret qui va avec la clé de l’entreprise.' },
    },
    reads: [
      'L’entreprise elle-même, ses devises, son plan comptable, ses taux de taxe et ses catégories',
      'Les contacts avec leurs adresses, numéros de téléphone, adresses e-mail et sites web',
      'Les articles, commandes clients et commandes d’achat',
      'Les factures de vente et d’achat avec leurs lignes, les avoirs et les paiements correspondants',
      'Les dépenses, les comptes bancaires avec leurs opérations et les écritures comptables',
    ],
    writes: [
      'De nouveaux contacts et des modifications de contacts',
      'Les encaissements de factures de vente, en totalité ou en partie',
    ],
  },
  es: {
    description: 'Contabilidad de práctica incluida en esta instalación',
    fields: {
      companyKey: {
        label: 'Clave de la empresa',
        help: 'Identifica a la empresa en el sandbox, por ejemplo harbour-lane.',
      },
      secret: { label: 'Secreto', help: 'El secreto que corresponde a la clave de la empresa.' },
    },
    reads: [
      'La propia empresa, sus monedas, el plan contable, los tipos de impuesto y las categorías',
      'Los contactos con sus direcciones, teléfonos, correos electrónicos y sitios web',
      'Los artículos, pedidos de venta y pedidos de compra',
      'Las facturas de venta y de compra con sus líneas, los abonos y sus pagos',
      'Los gastos, las cuentas bancarias con sus movimientos y los asientos contables',
    ],
    writes: ['Contactos nuevos y cambios en los contactos', 'Cobros de facturas de venta, totales o parciales'],
  },
  pt: {
    description: 'Contabilidade de treino que vem com esta instalação',
    fields: {
      companyKey: {
        label: 'Chave da empresa',
        help: 'Identifica a empresa no sandbox, por exemplo harbour-lane.',
      },
      secret: { label: 'Segredo', help: 'O segredo que pertence à chave da empresa.' },
    },
    reads: [
      'A própria empresa, as suas moedas, o plano de contas, as alíquotas de imposto e as categorias',
      'Os contatos com endereços, telefones, e-mails e sites',
      'Os itens, pedidos de venda e pedidos de compra',
      'As faturas de venda e de compra com as suas linhas, as notas de crédito e os respetivos pagamentos',
      'As despesas, as contas bancárias com os seus movimentos e os lançamentos contábeis',
    ],
    writes: ['Novos contatos e alterações em contatos', 'Recebimentos de faturas de venda, totais ou parciais'],
  },
  hi: {
    description: 'इस इंस्टॉलेशन के साथ आने वाला अभ्यास लेखा',
    fields: {
      companyKey: { label: 'कंपनी कुंजी', help: 'सैंडबॉक्स में कंपनी की पहचान, जैसे harbour-lane।' },
      secret: { label: 'गुप्त कुंजी', help: 'कंपनी कुंजी के साथ दी गई गुप्त कुंजी।' },
    },
    reads: [
      'कंपनी, उसकी मुद्राएँ, खातों की सूची, कर दरें और ट्रैकिंग श्रेणियाँ',
      'संपर्क, उनके पते, फ़ोन नंबर, ईमेल पते और वेबसाइट',
      'वस्तुएँ, बिक्री आदेश और ख़रीद आदेश',
      'बिक्री और ख़रीद के बिल उनकी पंक्तियों सहित, क्रेडिट नोट और उनके भुगतान',
      'ख़र्च, बैंक खाते और उनके लेनदेन, और रोज़नामचा प्रविष्टियाँ',
    ],
    writes: ['नए संपर्क और संपर्कों में बदलाव', 'बिक्री बिलों पर मिले भुगतान, पूरे या आंशिक'],
  },
};
