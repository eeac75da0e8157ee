import type { Translations } from '../platform-words.ts';
import { productiveAddress, type productiveDefinition } from './definition.ts';

export const productiveTranslations: Translations<typeof productiveDefinition> = {
  de: {
    description: 'Unternehmen einer Productive-Organisation',
    fields: {
      token: {
        label: 'API-Token',
        help: 'Wird in Productive unter Settings, API integrations erstellt. Zum Schreiben braucht es eines, das schreiben darf.',
      },
      organizationId: { label: 'Organization ID', help: 'Steht neben dem Token.' },
      address: { label: 'Adresse', help: `Nur für einen anderen Server als ${productiveAddress}.` },
    },
    reads: ['Unternehmen, auch archivierte, mit Anschriften, Telefonnummern, E-Mail-Adressen und Websites'],
    writes: ['Neue Unternehmen, Änderungen an Unternehmen, ihr Archivieren und Wiederherstellen'],
  },
  fr: {
    description: 'Entreprises d’une organisation Productive',
    fields: {
      token: {
        label: 'Jeton d’API',
        help: 'Créé dans Productive sous Settings, API integrations. Pour écrire, il faut un jeton qui le permette.',
      },
      organizationId: { label: 'ID de l’organisation', help: 'Affiché à côté du jeton.' },
      address: { label: 'Adresse', help: `Uniquement pour un serveur autre que ${productiveAddress}.` },
    },
    reads: [
      'Les entreprises, y compris archivées, avec leurs adresses, numéros de téléphone, adresses e-mail et sites web',
    ],
    writes: ['De nouvelles entreprises, leurs modifications, leur archivage et leur restauration'],
  },
  es: {
    description: 'Empresas de una organización de Productive',
    fields: {
      token: {
        label: 'Token de API',
        help: 'Se crea en Productive, en Settings, API integrations. Para escribir hace falta uno que lo permita.',
      },
      organizationId: { label: 'ID de la organización', help: 'Aparece junto al token.' },
      address: { label: 'Dirección', help: `Solo para un servidor distinto de ${productiveAddress}.` },
    },
    reads: ['Las empresas, también las archivadas, con sus direcciones, teléfonos, correos electrónicos y sitios web'],
    writes: ['Empresas nuevas, cambios en ellas, su archivado y su restauración'],
  },
  pt: {
    description: 'Empresas de uma organização do Productive',
    fields: {
      token: {
        label: 'Token de API',
        help: 'Criado no Productive em Settings, API integrations. Para gravar é preciso um que o permita.',
      },
      organizationId: { label: 'ID da organização', help: 'Aparece ao lado do token.' },
      address: { label: 'Endereço', help: `Apenas para um servidor diferente de ${productiveAddress}.` },
    },
    reads: ['As empresas, também as arquivadas, com endereços, telefones, e-mails e sites'],
    writes: ['Novas empresas, alterações nelas, o seu arquivamento e a sua restauração'],
  },
  hi: {
    description: 'Productive संगठन की कंपनियाँ',
    fields: {
      token: {
        label: 'API टोकन',
        help: 'Productive में Settings, API integrations में बनता है। लिखने के लिए ऐसा टोकन चाहिए जिसे लिखने की अनुमति हो।',
      },
      organizationId: { label: 'संगठन ID', help: 'टोकन के पास दिखाई जाती है।' },
      address: { label: 'पता', help: `केवल तब, जब सर्वर ${productiveAddress} न हो।` },
    },
    reads: ['कंपनियाँ, संग्रहित भी, उनके पते, फ़ोन नंबर, ईमेल पते और वेबसाइट'],
    writes: ['नई कंपनियाँ, उनमें बदलाव, उन्हें संग्रहित करना और वापस लाना'],
  },
};
