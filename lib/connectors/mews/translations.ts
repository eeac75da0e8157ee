import type { Translations } from '../platform-words.ts';
import { mewsAddress, type mewsDefinition } from './definition.ts';

export const mewsTranslations: Translations<typeof mewsDefinition> = {
  de: {
    description: 'Firmenprofile einer Mews-Kette',
    fields: {
      clientToken: {
        label: 'Client-Token',
        help: 'Bezeichnet die Integration; Mews gibt ihn an, wer eine Integration anmeldet.',
      },
      accessToken: { label: 'Access-Token', help: 'Wird in Mews unter Settings, Integrations erstellt.' },
      chainId: {
        label: 'Ketten-ID',
        help: 'Nötig, wenn der Token mehrere Ketten öffnet oder eine ohne Firmenprofil.',
      },
      address: { label: 'Adresse', help: `Nur für einen anderen Server als ${mewsAddress}.` },
    },
    reads: ['Firmenprofile, auch gelöschte, mit Telefonnummer, E-Mail-Adresse und Website'],
    writes: ['Neue Firmenprofile, Änderungen an ihnen mit je einer Anschrift und ihr Löschen'],
  },
  fr: {
    description: 'Profils d’entreprise d’une chaîne Mews',
    fields: {
      clientToken: {
        label: 'Jeton client',
        help: 'Désigne l’intégration ; Mews le remet à qui en déclare une.',
      },
      accessToken: { label: 'Jeton d’accès', help: 'Créé dans Mews sous Settings, Integrations.' },
      chainId: {
        label: 'ID de la chaîne',
        help: 'Nécessaire si le jeton ouvre plusieurs chaînes, ou une chaîne sans entreprise.',
      },
      address: { label: 'Adresse', help: `Uniquement pour un serveur autre que ${mewsAddress}.` },
    },
    reads: ['Les profils d’entreprise, y compris supprimés, avec téléphone, adresse e-mail et site web'],
    writes: ['De nouveaux profils d’entreprise, leurs modifications avec une adresse chacun, et leur suppression'],
  },
  es: {
    description: 'Perfiles de empresa de una cadena de Mews',
    fields: {
      clientToken: {
        label: 'Token de cliente',
        help: 'Identifica la integración; Mews lo da a quien registra una.',
      },
      accessToken: { label: 'Token de acceso', help: 'Se crea en Mews, en Settings, Integrations.' },
      chainId: {
        label: 'ID de la cadena',
        help: 'Hace falta si el token abre varias cadenas, o una sin empresas.',
      },
      address: { label: 'Dirección', help: `Solo para un servidor distinto de ${mewsAddress}.` },
    },
    reads: ['Los perfiles de empresa, también los eliminados, con teléfono, correo electrónico y sitio web'],
    writes: ['Perfiles de empresa nuevos, cambios en ellos con una dirección cada uno, y su eliminación'],
  },
  pt: {
    description: 'Perfis de empresa de uma rede Mews',
    fields: {
      clientToken: {
        label: 'Token do cliente',
        help: 'Identifica a integração; a Mews o entrega a quem registra uma.',
      },
      accessToken: { label: 'Token de acesso', help: 'Criado no Mews em Settings, Integrations.' },
      chainId: {
        label: 'ID da rede',
        help: 'Necessário se o token abre várias redes, ou uma sem empresas.',
      },
      address: { label: 'Endereço', help: `Apenas para um servidor diferente de ${mewsAddress}.` },
    },
    reads: ['Os perfis de empresa, também os excluídos, com telefone, e-mail e site'],
    writes: ['Novos perfis de empresa, alterações neles com um endereço cada, e a sua exclusão'],
  },
  hi: {
    description: 'Mews शृंखला की कंपनी प्रोफ़ाइलें',
    fields: {
      clientToken: {
        label: 'क्लाइंट टोकन',
        help: 'इंटीग्रेशन की पहचान; Mews इसे इंटीग्रेशन पंजीकृत करने वाले को देता है।',
      },
      accessToken: { label: 'एक्सेस टोकन', help: 'Mews में Settings, Integrations में बनता है।' },
      chainId: {
        label: 'शृंखला ID',
        help: 'तब चाहिए, जब टोकन कई शृंखलाएँ खोले, या ऐसी एक जिसमें कोई कंपनी न हो।',
      },
      address: { label: 'पता', help: `केवल तब, जब सर्वर ${mewsAddress} न हो।` },
    },
    reads: ['कंपनी प्रोफ़ाइलें, हटाई गई भी, उनका फ़ोन नंबर, ईमेल पता और वेबसाइट'],
    writes: ['नई कंपनी प्रोफ़ाइलें, एक-एक पते सहित उनमें बदलाव, और उन्हें हटाना'],
  },
};
