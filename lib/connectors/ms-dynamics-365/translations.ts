import type { Translations } from '../platform-words.ts';
import type { msDynamics365Definition } from './definition.ts';

export const msDynamics365Translations: Translations<typeof msDynamics365Definition> = {
  de: {
    description: 'Microsoft Dynamics 365 Business Central, mit einer App-Registrierung',
    fields: {
      tenantId: { label: 'Mandanten-ID', help: 'Die Verzeichnis-ID (Mandant) der App-Registrierung.' },
      environment: { label: 'Umgebung', help: 'Der Name der Umgebung, wie ihn das Admin Center zeigt.' },
      companyId: { label: 'Unternehmens-ID', help: 'Die ID (eine GUID) des Unternehmens in dieser Umgebung.' },
      clientId: { label: 'Client-ID', help: 'Die Anwendungs-ID (Client) der App-Registrierung.' },
      clientSecret: { label: 'Geheimer Clientschlüssel' },
    },
    reads: [
      'Währungen, der Kontenplan und Artikel',
      'Kunden und Lieferanten mit Anschrift, Telefonnummer, E-Mail-Adresse und Website',
      'Verkaufsrechnungen mit ihren Zeilen und dem offenen Betrag, Einkaufsrechnungen mit ihren Zeilen',
      'Zahlungsein- und -ausgänge, wie sie im Hauptbuch stehen',
    ],
    writes: [
      'Neue Kunden und Lieferanten und Änderungen an ihnen',
      'Zahlungen zu Verkaufsrechnungen: eine Zeile des angegebenen Zahlungsbuchs, die sofort gebucht wird',
    ],
  },
  fr: {
    description: 'Microsoft Dynamics 365 Business Central, avec une inscription d’application',
    fields: {
      tenantId: { label: 'ID de locataire', help: 'L’ID d’annuaire (locataire) de l’inscription d’application.' },
      environment: {
        label: 'Environnement',
        help: 'Le nom de l’environnement, tel que l’affiche son centre d’administration.',
      },
      companyId: { label: 'ID de société', help: 'L’ID (un GUID) de la société dans cet environnement.' },
      clientId: { label: 'ID client', help: 'L’ID d’application (client) de l’inscription d’application.' },
      clientSecret: { label: 'Secret client' },
    },
    reads: [
      'Les devises, le plan comptable et les articles',
      'Les clients et fournisseurs avec leur adresse, téléphone, adresse e-mail et site web',
      'Les factures de vente avec leurs lignes et le reste à payer, et les factures d’achat avec les leurs',
      'Les paiements reçus et effectués, tels qu’ils figurent au grand livre',
    ],
    writes: [
      'De nouveaux clients et fournisseurs, et leurs modifications',
      'Les paiements de factures de vente : une ligne de la feuille de règlement indiquée, validée aussitôt',
    ],
  },
  es: {
    description: 'Microsoft Dynamics 365 Business Central, con un registro de aplicación',
    fields: {
      tenantId: { label: 'ID de inquilino', help: 'El ID de directorio (inquilino) del registro de aplicación.' },
      environment: {
        label: 'Entorno',
        help: 'El nombre del entorno, tal como lo muestra su centro de administración.',
      },
      companyId: { label: 'ID de empresa', help: 'El ID (un GUID) de la empresa en ese entorno.' },
      clientId: { label: 'ID de cliente', help: 'El ID de aplicación (cliente) del registro de aplicación.' },
      clientSecret: { label: 'Secreto de cliente' },
    },
    reads: [
      'Las monedas, el plan contable y los productos',
      'Los clientes y proveedores con su dirección, teléfono, correo electrónico y sitio web',
      'Las facturas de venta con sus líneas y lo que queda por pagar, y las de compra con las suyas',
      'Los cobros y pagos, tal como figuran en el libro mayor',
    ],
    writes: [
      'Clientes y proveedores nuevos, y cambios en ellos',
      'Cobros de facturas de venta: una línea del diario de pagos indicado, que se registra al momento',
    ],
  },
  pt: {
    description: 'Microsoft Dynamics 365 Business Central, com um registro de aplicativo',
    fields: {
      tenantId: { label: 'ID do locatário', help: 'O ID do diretório (locatário) do registro de aplicativo.' },
      environment: { label: 'Ambiente', help: 'O nome do ambiente, como mostra o centro de administração.' },
      companyId: { label: 'ID da empresa', help: 'O ID (um GUID) da empresa nesse ambiente.' },
      clientId: { label: 'ID do cliente', help: 'O ID do aplicativo (cliente) do registro de aplicativo.' },
      clientSecret: { label: 'Segredo do cliente' },
    },
    reads: [
      'As moedas, o plano de contas e os itens',
      'Os clientes e fornecedores com endereço, telefone, e-mail e site',
      'As faturas de venda com as suas linhas e o que falta pagar, e as de compra com as suas',
      'Os recebimentos e pagamentos, como constam no razão geral',
    ],
    writes: [
      'Novos clientes e fornecedores, e alterações neles',
      'Recebimentos de faturas de venda: uma linha do diário de pagamentos indicado, lançada de imediato',
    ],
  },
  hi: {
    description: 'Microsoft Dynamics 365 Business Central, ऐप पंजीकरण के साथ',
    fields: {
      tenantId: { label: 'टेनेंट ID', help: 'ऐप पंजीकरण की डायरेक्टरी (टेनेंट) ID।' },
      environment: { label: 'परिवेश', help: 'परिवेश का नाम, जैसा उसके एडमिन सेंटर में दिखता है।' },
      companyId: { label: 'कंपनी ID', help: 'उस परिवेश में कंपनी की ID (एक GUID)।' },
      clientId: { label: 'क्लाइंट ID', help: 'ऐप पंजीकरण की एप्लिकेशन (क्लाइंट) ID।' },
      clientSecret: { label: 'क्लाइंट गुप्त कुंजी' },
    },
    reads: [
      'मुद्राएँ, खातों की सूची और वस्तुएँ',
      'ग्राहक और आपूर्तिकर्ता, उनका पता, फ़ोन नंबर, ईमेल पता और वेबसाइट',
      'बिक्री बिल उनकी पंक्तियों और बाकी रकम सहित, और ख़रीद बिल उनकी पंक्तियों सहित',
      'मिले और किए गए भुगतान, जैसे वे सामान्य खाता-बही में हैं',
    ],
    writes: [
      'नए ग्राहक और आपूर्तिकर्ता, और उनमें बदलाव',
      'बिक्री बिलों के भुगतान: दी गई भुगतान पुस्तिका की एक पंक्ति, जो तुरंत दर्ज होती है',
    ],
  },
};
