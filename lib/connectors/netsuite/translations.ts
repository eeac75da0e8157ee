import type { Translations } from '../platform-words.ts';
import type { netsuiteDefinition } from './definition.ts';

export const netsuiteTranslations: Translations<typeof netsuiteDefinition> = {
  de: {
    description: 'Oracle NetSuite, mit einem Integrationsdatensatz und einem Zugriffstoken',
    fields: {
      accountId: {
        label: 'Account-ID',
        help: 'Wie unter Setup > Company > Company Information, zum Beispiel 1234567 oder 1234567_SB1.',
      },
      consumerKey: {
        label: 'Consumer Key',
        help: 'Wird einmal gezeigt, wenn der Integrationsdatensatz angelegt wird.',
      },
      consumerSecret: { label: 'Consumer Secret' },
      tokenId: {
        label: 'Token-ID',
        help: 'Eines Zugriffstokens für diese Integration. Seine Rolle braucht REST Web Services, Log in using Access Tokens und SuiteAnalytics Workbook und muss Listen und Transaktionen sehen; um zu schreiben, muss sie Kunden, Lieferanten und Kundenzahlungen anlegen dürfen.',
      },
      tokenSecret: { label: 'Token Secret' },
      timeZone: {
        label: 'Zeitzone',
        help: 'Wie unter Setup > Company > General Preferences, in der Form America/New_York. Leer gelassen: America/Los_Angeles.',
      },
    },
    reads: [
      'Währungen, der Kontenplan und Artikel',
      'Kunden und Lieferanten mit Anschriften, Telefonnummern und E-Mail-Adressen',
      'Ausgangs- und Eingangsrechnungen mit ihren Positionen',
      'Zahlungseingänge zu Ausgangsrechnungen und Zahlungsausgänge zu Eingangsrechnungen',
    ],
    writes: [
      'Neue Kunden und Lieferanten und Änderungen an ihnen',
      'Zahlungseingänge zu Ausgangsrechnungen, ganz oder in Teilen',
    ],
  },
  fr: {
    description: 'Oracle NetSuite, avec une fiche d’intégration et un jeton d’accès',
    fields: {
      accountId: {
        label: 'ID de compte',
        help: 'Comme sous Setup > Company > Company Information, par exemple 1234567 ou 1234567_SB1.',
      },
      consumerKey: {
        label: 'Consumer key',
        help: 'Affichée une seule fois, à la création de la fiche d’intégration.',
      },
      consumerSecret: { label: 'Consumer secret' },
      tokenId: {
        label: 'Token ID',
        help: 'D’un jeton d’accès pour cette intégration. Son rôle a besoin de REST Web Services, Log in using Access Tokens et SuiteAnalytics Workbook, et doit voir les listes et les transactions ; pour écrire, il doit pouvoir créer des clients, des fournisseurs et des paiements clients.',
      },
      tokenSecret: { label: 'Token secret' },
      timeZone: {
        label: 'Fuseau horaire',
        help: 'Comme sous Setup > Company > General Preferences, sous la forme America/New_York. Laissé vide : America/Los_Angeles.',
      },
    },
    reads: [
      'Les devises, le plan comptable et les articles',
      'Les clients et fournisseurs avec leurs adresses, numéros de téléphone et adresses e-mail',
      'Les factures de vente et d’achat avec leurs lignes',
      'Les paiements reçus pour les factures de vente et effectués pour les factures d’achat',
    ],
    writes: [
      'De nouveaux clients et fournisseurs, et leurs modifications',
      'Les encaissements de factures de vente, en totalité ou en partie',
    ],
  },
  es: {
    description: 'Oracle NetSuite, con un registro de integración y un token de acceso',
    fields: {
      accountId: {
        label: 'ID de cuenta',
        help: 'Como en Setup > Company > Company Information, por ejemplo 1234567 o 1234567_SB1.',
      },
      consumerKey: {
        label: 'Consumer key',
        help: 'Se muestra una sola vez, al crear el registro de integración.',
      },
      consumerSecret: { label: 'Consumer secret' },
      tokenId: {
        label: 'Token ID',
        help: 'De un token de acceso para esa integración. Su rol necesita REST Web Services, Log in using Access Tokens y SuiteAnalytics Workbook, y debe ver listas y transacciones; para escribir, debe poder crear clientes, proveedores y cobros de clientes.',
      },
      tokenSecret: { label: 'Token secret' },
      timeZone: {
        label: 'Zona horaria',
        help: 'Como en Setup > Company > General Preferences, en la forma America/New_York. Si se deja vacía: America/Los_Angeles.',
      },
    },
    reads: [
      'Las monedas, el plan contable y los artículos',
      'Los clientes y proveedores con sus direcciones, teléfonos y correos electrónicos',
      'Las facturas de venta y de compra con sus líneas',
      'Los cobros de facturas de venta y los pagos de facturas de compra',
    ],
    writes: ['Clientes y proveedores nuevos, y cambios en ellos', 'Cobros de facturas de venta, totales o parciales'],
  },
  pt: {
    description: 'Oracle NetSuite, com um registro de integração e um token de acesso',
    fields: {
      accountId: {
        label: 'ID da conta',
        help: 'Como em Setup > Company > Company Information, por exemplo 1234567 ou 1234567_SB1.',
      },
      consumerKey: {
        label: 'Consumer key',
        help: 'Mostrada uma única vez, ao criar o registro de integração.',
      },
      consumerSecret: { label: 'Consumer secret' },
      tokenId: {
        label: 'Token ID',
        help: 'De um token de acesso para essa integração. A função precisa de REST Web Services, Log in using Access Tokens e SuiteAnalytics Workbook, e deve ver listas e transações; para gravar, deve poder criar clientes, fornecedores e recebimentos de clientes.',
      },
      tokenSecret: { label: 'Token secret' },
      timeZone: {
        label: 'Fuso horário',
        help: 'Como em Setup > Company > General Preferences, na forma America/New_York. Se ficar vazio: America/Los_Angeles.',
      },
    },
    reads: [
      'As moedas, o plano de contas e os itens',
      'Os clientes e fornecedores com endereços, telefones e e-mails',
      'As faturas de venda e de compra com as suas linhas',
      'Os recebimentos de faturas de venda e os pagamentos de faturas de compra',
    ],
    writes: [
      'Novos clientes e fornecedores, e alterações neles',
      'Recebimentos de faturas de venda, totais ou parciais',
    ],
  },
  hi: {
    description: 'Oracle NetSuite, इंटीग्रेशन रिकॉर्ड और एक्सेस टोकन के साथ',
    fields: {
      accountId: {
        label: 'खाता ID',
        help: 'जैसा Setup > Company > Company Information में है, जैसे 1234567 या 1234567_SB1।',
      },
      consumerKey: { label: 'Consumer key', help: 'इंटीग्रेशन रिकॉर्ड बनाते समय एक बार दिखाई जाती है।' },
      consumerSecret: { label: 'Consumer secret' },
      tokenId: {
        label: 'Token ID',
        help: 'उस इंटीग्रेशन के एक्सेस टोकन की। उसकी भूमिका को REST Web Services, Log in using Access Tokens और SuiteAnalytics Workbook चाहिए, और सूचियाँ व लेनदेन दिखने चाहिए; लिखने के लिए वह ग्राहक, आपूर्तिकर्ता और ग्राहक भुगतान बना सके।',
      },
      tokenSecret: { label: 'Token secret' },
      timeZone: {
        label: 'समय क्षेत्र',
        help: 'जैसा Setup > Company > General Preferences में है, America/New_York के रूप में। ख़ाली छोड़ने पर: America/Los_Angeles।',
      },
    },
    reads: [
      'मुद्राएँ, खातों की सूची और वस्तुएँ',
      'ग्राहक और आपूर्तिकर्ता, उनके पते, फ़ोन नंबर और ईमेल पते',
      'बिक्री और ख़रीद के बिल उनकी पंक्तियों सहित',
      'बिक्री बिलों पर मिले और ख़रीद बिलों पर किए गए भुगतान',
    ],
    writes: ['नए ग्राहक और आपूर्तिकर्ता, और उनमें बदलाव', 'बिक्री बिलों पर मिले भुगतान, पूरे या आंशिक'],
  },
};
