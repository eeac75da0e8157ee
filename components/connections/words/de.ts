import type { Words } from './words.ts';

export const de: Words = {
  page: {
    title: 'Buchhaltung verbinden',
    language: 'Sprache',
    loading: 'Wird geladen',
    forCompany: 'für {company}',
    help: 'Fragen? Schreiben Sie an {contact}',
  },
  steps: { label: 'Verbinden', platform: 'Plattform', signIn: 'Anmelden', firstSync: 'Erster Abruf', done: 'erledigt' },
  choose: {
    title: 'Plattform wählen',
    accounting: 'Wo führen Sie Ihre Bücher?',
    payments: 'Über wen laufen Ihre Zahlungen?',
    shop: 'Wo ist Ihr Shop?',
    none: 'Hier lässt sich keine Plattform verbinden',
    noneHelp: 'Fragen Sie bei dem Absender dieses Links nach.',
  },
  signIn: {
    title: '{platform} verbinden',
    another: 'Andere Plattform wählen',
    disconnected: '{platform} ist getrennt',
    disconnectedHelp:
      'Die gespeicherte Anmeldung wurde gelöscht, es wird nichts mehr gelesen. Melden Sie sich unten an, um erneut zu verbinden.',
  },
  access: { reads: 'Was gelesen wird', writes: 'Was geschrieben wird', nothing: 'Nichts' },
  form: {
    optional: 'Freiwillig',
    required: '{field} wird benötigt',
    submit: '{platform} verbinden',
    checking: '{platform} prüft …',
    refused: '{platform} wurde nicht verbunden',
    nothingStored: 'Es wurde nichts gespeichert.',
    trust:
      'Die Anmeldung wird vor dem Speichern verschlüsselt und für nichts anderes verwendet. Sie können die Verbindung hier jederzeit trennen.',
  },
  refusals: {
    credentials: '{platform} nimmt das nicht an. Prüfen Sie Ihre Eingabe.',
    permission:
      'Die Anmeldung stimmt, darf aber nicht alles Nötige lesen. Bitten Sie die zuständige Person für {platform} um Zugriff.',
    'rate-limit': '{platform} bittet zu warten. Versuchen Sie es in einigen Minuten noch einmal.',
    'platform-down':
      '{platform} war nicht erreichbar oder hat nicht richtig geantwortet. Prüfen Sie die Adresse und versuchen Sie es noch einmal.',
    'bad-request': '{platform} kann damit nichts anfangen. Prüfen Sie Ihre Eingabe.',
    'record-refused':
      '{platform} hat die Anfrage abgelehnt. Versuchen Sie es noch einmal; bleibt es dabei, sagen Sie {organisation} Bescheid.',
    'wrong-company':
      'Diese Anmeldung führt zu {company}, nicht zu dem bisher verbundenen Unternehmen. Sie wird verwendet, sobald {organisation} das bestätigt hat; bis dahin wird nichts gelesen.',
    unknown:
      'Etwas ist fehlgeschlagen, das noch keinen Namen hat. Versuchen Sie es noch einmal; bleibt es dabei, sagen Sie {organisation} Bescheid.',
  },
  progress: {
    title: 'Ihre Bücher werden gelesen',
    lead: '{platform} ist verbunden. Sie können diese Seite schließen, das Lesen geht von selbst weiter.',
    hidden: 'Der Fortschritt lässt sich gerade nicht anzeigen',
    hiddenHelp: 'Das Lesen geht weiter; diese Seite versucht es von selbst noch einmal.',
    waits: '{platform} bittet zu warten',
    waitsHelp: 'Weiter geht es von selbst um {time}. Es geht nichts verloren.',
    waiting: 'Wartet',
    reading: 'Wird gelesen',
    done: 'Fertig',
    failed: 'Fehlgeschlagen',
  },
  connected: {
    title: '{platform} ist verbunden',
    lead: 'Ihre Bücher sind gelesen. Sie müssen nichts weiter tun.',
    troubled: 'Verbunden, aber mit einem Problem',
    troubledLead: 'Was bisher gelesen wurde, bleibt erhalten.',
    paused: '{organisation} hat das Lesen angehalten',
    pausedHelp: 'Bis {organisation} es fortsetzt, wird nichts gelesen. Sie müssen nichts tun.',
    entity: 'Unternehmen in {platform}',
    lastRead: 'Zuletzt gelesen',
    neverRead: 'Noch nicht',
    state: 'Zustand',
    healthy: 'In Ordnung',
    waiting: 'Wartet',
    needsYou: 'Braucht Sie',
    since: 'Verbunden seit',
    models: 'Wird aktuell gehalten',
    noModels: 'Im Moment ist nichts eingeschaltet.',
    proceed: 'Weiter',
    signInAgain: 'Neu anmelden',
  },
  troubles: {
    credentials: {
      title: 'Anmeldung abgelehnt',
      text: '{platform} nimmt die Anmeldung nicht mehr an. Melden Sie sich neu an, damit es weitergeht.',
    },
    permission: {
      title: 'Zugriff verweigert',
      text: 'Der für {platform} angegebene Benutzer darf nicht alles lesen, was eingeschaltet ist. Geben Sie ihm Zugriff oder melden Sie sich mit einem anderen neu an.',
    },
    'rate-limit': {
      title: '{platform} bittet zu warten',
      text: 'Das Lesen geht von selbst weiter. Sie müssen nichts tun.',
    },
    'platform-down': {
      title: '{platform} ist nicht erreichbar',
      text: 'Es wird von selbst noch einmal versucht. Hält es an, prüfen Sie, ob {platform} bei Ihnen funktioniert.',
    },
    'bad-request': {
      title: 'Das Lesen ist unterbrochen',
      text: '{organisation} sieht den Grund. Sie müssen nichts tun.',
    },
    'record-refused': {
      title: 'Ein Datensatz wurde abgelehnt',
      text: '{organisation} sieht, welcher. Sie müssen nichts tun.',
    },
    'wrong-company': {
      title: 'Anderes Unternehmen',
      text: 'Die neue Anmeldung führt in {platform} zu einem anderen Unternehmen. Es wird nichts gelesen, bis {organisation} das bestätigt hat.',
    },
    unknown: { title: 'Das Lesen ist unterbrochen', text: '{organisation} sieht den Grund. Sie müssen nichts tun.' },
  },
  disconnect: {
    button: 'Trennen',
    question: '{platform} trennen?',
    help: 'Die gespeicherte Anmeldung wird gelöscht, es wird nichts mehr gelesen. Mit diesem Link können Sie erneut verbinden.',
    cancel: 'Abbrechen',
  },
  problems: {
    busy: 'In Ihren Büchern wird gerade gelesen oder geschrieben. Warten Sie, bis das beendet ist, und versuchen Sie es dann noch einmal.',
    offline:
      'Der Server hat nicht geantwortet. Prüfen Sie Ihre Internetverbindung und laden Sie diese Seite neu, um zu sehen, ob es geklappt hat.',
    internal:
      'Bei uns ist etwas schiefgegangen. Versuchen Sie es noch einmal; bleibt es dabei, nennen Sie die Anfrage {request}.',
    page: 'Diese Seite konnte nicht geladen werden',
    pageHelp: 'Von Ihren Eingaben wurde nichts gespeichert. Versuchen Sie es gleich noch einmal.',
    again: 'Noch einmal versuchen',
  },
  closed: {
    unknown: 'Diesen Link gibt es nicht',
    unknownHelp: 'Prüfen Sie, ob die ganze Adresse kopiert wurde, oder bitten Sie den Absender um einen neuen Link.',
    expired: 'Dieser Link ist abgelaufen',
    expiredHelp: 'Es wurde nichts verbunden. Bitten Sie {organisation} um einen neuen Link.',
    revoked: 'Dieser Link wurde zurückgezogen',
    revokedHelp: 'Er gilt nicht mehr. Fragen Sie bei {organisation} nach, wenn Sie etwas verbinden sollten.',
  },
  models: {
    ACCOUNT: 'Konten',
    BANK_ACCOUNT: 'Bankkonten',
    BANK_TRANSACTION: 'Banktransaktionen',
    BILL: 'Eingangsrechnungen',
    BILL_CREDIT_NOTE: 'Lieferantengutschriften',
    BILL_PAYMENT: 'Zahlungsausgänge',
    COMPANY_INFO: 'Unternehmensdaten',
    CONTACT: 'Kontakte',
    CURRENCY: 'Währungen',
    EXPENSE: 'Ausgaben',
    INVOICE: 'Rechnungen',
    INVOICE_CREDIT_NOTE: 'Kundengutschriften',
    INVOICE_PAYMENT: 'Zahlungseingänge',
    ITEM: 'Artikel',
    JOURNAL_ENTRY: 'Buchungssätze',
    PURCHASE_ORDER: 'Bestellungen',
    SALES_ORDER: 'Aufträge',
    TAX_RATE: 'Steuersätze',
    TRACKING_CATEGORY: 'Kostenstellen und Kategorien',
  },
};
