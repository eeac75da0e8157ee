import { parentModelNames } from '@/components/syncs/data-model-names.ts';

/** The connect page in English: the shape that every other language has. */
export const en = {
  page: {
    title: 'Connect your books',
    language: 'Language',
    loading: 'Loading',
    forCompany: 'for {company}',
    help: 'Questions? Write to {contact}',
  },
  steps: { label: 'Connecting', platform: 'Platform', signIn: 'Sign in', firstSync: 'First sync', done: 'done' },
  choose: {
    title: 'Choose your platform',
    accounting: 'Where are your books kept?',
    payments: 'Who handles your payments?',
    shop: 'Where is your shop?',
    none: 'No platform can be connected here',
    noneHelp: 'Ask whoever sent you this link.',
  },
  signIn: {
    title: 'Connect {platform}',
    another: 'Choose another platform',
    disconnected: '{platform} is disconnected',
    disconnectedHelp: 'The stored sign-in was erased and nothing more is read. Sign in below to connect again.',
  },
  access: { reads: 'What is read', writes: 'What is written', nothing: 'Nothing' },
  form: {
    optional: 'Optional',
    required: '{field} is required',
    submit: 'Connect {platform}',
    checking: 'Checking with {platform}…',
    refused: '{platform} was not connected',
    nothingStored: 'Nothing was stored.',
    trust:
      'The sign-in is encrypted before it is stored and used for nothing else. You can disconnect here at any time.',
  },
  /** What came of a sign-in, by the class of its failure. */
  refusals: {
    credentials: '{platform} does not accept this. Check what you entered.',
    permission: 'The sign-in works, but it may not read what is needed. Ask whoever looks after {platform} for access.',
    'rate-limit': '{platform} asks to wait. Try again in a few minutes.',
    'platform-down': '{platform} could not be reached or did not answer properly. Check the address, then try again.',
    'bad-request': '{platform} could not make sense of this. Check what you entered.',
    'record-refused': '{platform} refused the request. Try again; if it stays, tell {organisation}.',
    'wrong-company':
      'This sign-in leads to {company}, not to the company that was connected before. It is used once {organisation} has confirmed it; until then nothing is read.',
    unknown: 'Something failed that has no name yet. Try again; if it stays, tell {organisation}.',
  },
  progress: {
    title: 'Reading your books',
    lead: '{platform} is connected. You can close this page; reading goes on by itself.',
    hidden: 'The progress can’t be shown right now',
    hiddenHelp: 'The sync goes on; this page tries again by itself.',
    waits: '{platform} asked to wait',
    waitsHelp: 'Reading goes on by itself at {time}. Nothing is lost.',
    waiting: 'Waiting',
    reading: 'Reading',
    done: 'Done',
    failed: 'Failed',
  },
  connected: {
    title: '{platform} is connected',
    lead: 'Your books have been read. There is nothing more to do.',
    troubled: 'Connected, with a problem',
    troubledLead: 'What was read so far is kept.',
    paused: '{organisation} has paused reading',
    pausedHelp: 'Nothing is read until {organisation} goes on. There is nothing for you to do.',
    entity: 'Company in {platform}',
    lastRead: 'Last read',
    neverRead: 'Not yet',
    state: 'State',
    healthy: 'Working',
    waiting: 'Waiting',
    needsYou: 'Needs you',
    since: 'Connected since',
    models: 'Kept up to date',
    noModels: 'Nothing is switched on at the moment.',
    proceed: 'Continue',
    signInAgain: 'Sign in again',
  },
  /** What stops a connection, in words for the customer, by its class. */
  troubles: {
    credentials: {
      title: 'Sign-in refused',
      text: '{platform} no longer accepts the sign-in. Sign in again to go on.',
    },
    permission: {
      title: 'Access denied',
      text: 'The user that was given for {platform} may not read everything that is switched on. Give that user access, or sign in again with another one.',
    },
    'rate-limit': {
      title: '{platform} asked to wait',
      text: 'Reading goes on by itself. There is nothing for you to do.',
    },
    'platform-down': {
      title: '{platform} can’t be reached',
      text: 'It is tried again by itself. If it lasts, check whether {platform} works for you.',
    },
    'bad-request': {
      title: 'Reading has stopped',
      text: '{organisation} can see why. There is nothing for you to do.',
    },
    'record-refused': {
      title: 'A record was refused',
      text: '{organisation} can see which one. There is nothing for you to do.',
    },
    'wrong-company': {
      title: 'Another company',
      text: 'The new sign-in leads to another company in {platform}. Nothing is read until {organisation} has confirmed it.',
    },
    unknown: { title: 'Reading has stopped', text: '{organisation} can see why. There is nothing for you to do.' },
  },
  disconnect: {
    button: 'Disconnect',
    question: 'Disconnect {platform}?',
    help: 'The stored sign-in is erased and nothing more is read. You can connect again with this link.',
    cancel: 'Cancel',
  },
  problems: {
    busy: 'Your books are being read or written right now. Wait until that has ended, then try again.',
    offline: 'The server did not answer. Check your connection, then reload this page to see whether it was done.',
    internal: 'Something went wrong on our side. Try again; if it stays, report request {request}.',
    page: 'This page could not be loaded',
    pageHelp: 'Nothing you entered was stored. Try again in a moment.',
    again: 'Try again',
  },
  closed: {
    unknown: 'This link does not exist',
    unknownHelp: 'Check that the whole address was copied, or ask whoever sent it for a new one.',
    expired: 'This link has expired',
    expiredHelp: 'Nothing was connected. Ask {organisation} for a new link.',
    revoked: 'This link was withdrawn',
    revokedHelp: 'It can no longer be used. Ask {organisation} if you expected to connect.',
  },
  models: parentModelNames,
} as const;
