import type { Translations } from '../platform-words.ts';
import type { trytonDefinition } from './definition.ts';

export const trytonTranslations: Translations<typeof trytonDefinition> = {
  de: {
    description: 'Bücher auf einem eigenen Tryton-Server',
    fields: {
      address: {
        label: 'Adresse',
        help: 'Die Adresse Ihres Tryton-Servers, wie sie in der Adresszeile seines Web-Clients steht.',
      },
      database: { label: 'Datenbank', help: 'Der Name der Datenbank, die Sie beim Anmelden wählen.' },
      user: {
        label: 'Benutzer',
        help: 'Ein Benutzer, der Kontakte, Artikel, Konten, Rechnungen und Kontoauszüge lesen darf; um Kontakte und Zahlungen zu schreiben, einer, der sie ändern darf. Am besten einer, der nur dafür angelegt ist.',
      },
      password: { label: 'Passwort' },
    },
    reads: [
      'Name, Nummern, Anschriften und Geschäftsjahr Ihres Unternehmens',
      'Währungen mit ihren Kursen, Steuern und der Kontenplan mit seinen Salden',
      'Artikel mit ihren Preisen',
      'Kontakte mit Anschriften, Telefonnummern, E-Mail-Adressen und Websites',
      'Rechnungen und Gutschriften von Kunden und Lieferanten mit ihren Positionen und dem offenen Betrag',
      'Die dazu gebuchten Zahlungen',
      'Ihre Bankkonten und die Zeilen Ihrer Kontoauszüge',
      'Festgeschriebene Buchungssätze',
    ],
    writes: [
      'Kontakte mit Anschriften, Telefonnummern, E-Mail-Adressen, Websites und Steuernummern',
      'Zahlungen gebuchter Kundenrechnungen und Erstattungen ihrer Gutschriften, ganz und in Teilen, über den Assistenten von Tryton',
    ],
  },
  fr: {
    description: 'Comptabilité tenue sur votre propre serveur Tryton',
    fields: {
      address: {
        label: 'Adresse',
        help: 'L’adresse de votre serveur Tryton, telle qu’elle figure dans la barre d’adresse de son client web.',
      },
      database: { label: 'Base de données', help: 'Le nom de la base de données que vous choisissez à la connexion.' },
      user: {
        label: 'Utilisateur',
        help: 'Un utilisateur qui peut lire les contacts, produits, comptes, factures et relevés bancaires ; pour écrire des contacts et des paiements, un utilisateur qui peut les modifier. Mieux vaut en créer un à cet effet.',
      },
      password: { label: 'Mot de passe' },
    },
    reads: [
      'Le nom, les numéros, les adresses et l’exercice de votre entreprise',
      'Les devises avec leurs cours, les taxes et le plan comptable avec ses soldes',
      'Les produits avec leurs prix',
      'Les contacts avec leurs adresses, numéros de téléphone, adresses e-mail et sites web',
      'Les factures et avoirs des clients et fournisseurs, avec leurs lignes et le reste à payer',
      'Les paiements enregistrés pour ceux-ci',
      'Vos comptes bancaires et les lignes de vos relevés bancaires',
      'Les écritures comptables validées',
    ],
    writes: [
      'Les contacts avec leurs adresses, numéros de téléphone, adresses e-mail, sites web et numéros fiscaux',
      'Les paiements de factures clients comptabilisées et les remboursements de leurs avoirs, en totalité et en partie, par l’assistant de Tryton',
    ],
  },
  es: {
    description: 'Contabilidad en un servidor Tryton propio',
    fields: {
      address: {
        label: 'Dirección',
        help: 'La dirección de su servidor Tryton, tal como aparece en la barra de direcciones de su cliente web.',
      },
      database: { label: 'Base de datos', help: 'El nombre de la base de datos que elige al acceder.' },
      user: {
        label: 'Usuario',
        help: 'Un usuario que pueda leer contactos, productos, cuentas, facturas y extractos bancarios; para escribir contactos y pagos, uno que pueda modificarlos. Lo mejor es uno creado para este fin.',
      },
      password: { label: 'Contraseña' },
    },
    reads: [
      'El nombre, los números, las direcciones y el ejercicio fiscal de su empresa',
      'Las monedas con sus cambios, los impuestos y el plan contable con sus saldos',
      'Los productos con sus precios',
      'Los contactos con sus direcciones, teléfonos, correos electrónicos y sitios web',
      'Las facturas y los abonos de clientes y proveedores, con sus líneas y lo que queda por pagar',
      'Los pagos contabilizados de ellas',
      'Sus cuentas bancarias y las líneas de sus extractos bancarios',
      'Los asientos contables confirmados',
    ],
    writes: [
      'Los contactos con sus direcciones, teléfonos, correos electrónicos, sitios web y números fiscales',
      'Los pagos de facturas de clientes contabilizadas y los reembolsos de sus abonos, totales y parciales, con el asistente de Tryton',
    ],
  },
  pt: {
    description: 'Contabilidade num servidor Tryton próprio',
    fields: {
      address: {
        label: 'Endereço',
        help: 'O endereço do seu servidor Tryton, como aparece na barra de endereços do cliente web.',
      },
      database: { label: 'Banco de dados', help: 'O nome do banco de dados que escolhe ao fazer o acesso.' },
      user: {
        label: 'Usuário',
        help: 'Um usuário que possa ler contatos, produtos, contas, faturas e extratos bancários; para gravar contatos e pagamentos, um que possa alterá-los. O melhor é um criado para este fim.',
      },
      password: { label: 'Senha' },
    },
    reads: [
      'O nome, os números, os endereços e o exercício fiscal da sua empresa',
      'As moedas com as suas taxas, os impostos e o plano de contas com os seus saldos',
      'Os produtos com os seus preços',
      'Os contatos com endereços, telefones, e-mails e sites',
      'As faturas e notas de crédito de clientes e fornecedores, com as suas linhas e o que falta pagar',
      'Os pagamentos lançados para elas',
      'As suas contas bancárias e as linhas dos seus extratos bancários',
      'Os lançamentos contábeis confirmados',
    ],
    writes: [
      'Os contatos com endereços, telefones, e-mails, sites e números fiscais',
      'Os pagamentos de faturas de clientes lançadas e os reembolsos das suas notas de crédito, totais e parciais, pelo assistente do Tryton',
    ],
  },
  hi: {
    description: 'आपके अपने Tryton सर्वर पर रखा लेखा',
    fields: {
      address: { label: 'पता', help: 'आपके Tryton सर्वर का पता, जैसा उसके वेब क्लाइंट के पता बार में दिखता है।' },
      database: { label: 'डेटाबेस', help: 'उस डेटाबेस का नाम जिसे आप साइन इन करते समय चुनते हैं।' },
      user: {
        label: 'उपयोगकर्ता',
        help: 'ऐसा उपयोगकर्ता जो संपर्क, वस्तुएँ, खाते, बिल और बैंक विवरण पढ़ सके; संपर्क और भुगतान लिखने के लिए ऐसा जो उन्हें बदल सके। केवल इसी काम के लिए बनाया गया उपयोगकर्ता सबसे अच्छा है।',
      },
      password: { label: 'पासवर्ड' },
    },
    reads: [
      'आपकी कंपनी का नाम, नंबर, पते और वित्तीय वर्ष',
      'मुद्राएँ और उनकी दरें, कर, और खातों की सूची उनके शेष सहित',
      'वस्तुएँ और उनके दाम',
      'संपर्क, उनके पते, फ़ोन नंबर, ईमेल पते और वेबसाइट',
      'ग्राहकों और आपूर्तिकर्ताओं के बिल और क्रेडिट नोट, उनकी पंक्तियाँ और बाकी रकम',
      'उनके लिए दर्ज भुगतान',
      'आपके बैंक खाते और बैंक विवरण की पंक्तियाँ',
      'पक्की की गई रोज़नामचा प्रविष्टियाँ',
    ],
    writes: [
      'संपर्क, उनके पते, फ़ोन नंबर, ईमेल पते, वेबसाइट और कर नंबर',
      'दर्ज ग्राहक बिलों के भुगतान और उनके क्रेडिट नोट की वापसी, पूरे और आंशिक, Tryton के अपने विज़ार्ड से',
    ],
  },
};
