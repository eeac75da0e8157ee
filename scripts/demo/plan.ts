import type { Frequency, IntegrationCategory } from '../../db/schema/enums.ts';

/** What the demo is to show of a company at the end of its history. */
export type Ending =
  | 'pending'
  | 'opened'
  | 'expired'
  | 'revoked'
  | 'healthy'
  | 'credentials'
  | 'permission'
  | 'platform-down'
  | 'rate-limited'
  | 'partial'
  | 'bad-request'
  | 'wrong-company'
  | 'disconnected'
  | 'archived';

export interface DemoCompany {
  name: string;
  ending: Ending;
  /** How many days before now its link was made. */
  daysAgo: number;
  /** How often its models sync; the others keep the default. */
  frequency?: Frequency;
  interval?: number;
  /** One of the sandbox's own books; the others get a small one of their own. */
  book?: string;
  currency?: string;
  /** A link with a category lets the customer choose; the others name the platform. */
  category?: IntegrationCategory;
}

const daily = { frequency: 'DAILY', interval: 1 } as const;
const twiceAWeek = { frequency: 'DAILY', interval: 3 } as const;

/** The demo organisation's companies, made in this order. */
export const demoCompanies: readonly DemoCompany[] = [
  { name: 'Harbour & Lane Trading', ending: 'healthy', daysAgo: 11, book: 'harbour-lane', ...daily },
  { name: 'Bergmann & Söhne', ending: 'healthy', daysAgo: 8, book: 'bergmann-soehne', ...daily },
  { name: 'Hokusei Kobo', ending: 'healthy', daysAgo: 6, book: 'hokusei-kobo', ...daily },
  { name: 'Al Manar Logistics', ending: 'healthy', daysAgo: 13, book: 'al-manar', ...daily },
  { name: 'Prairie Bicycle Co.', ending: 'healthy', daysAgo: 12, book: 'prairie-bicycle', ...daily },
  { name: 'Alder Street Dental', ending: 'healthy', daysAgo: 20, currency: 'USD', ...twiceAWeek },
  { name: 'Ambleside Outdoor', ending: 'healthy', daysAgo: 10, currency: 'GBP', ...daily },
  { name: 'Atelier Moreau', ending: 'healthy', daysAgo: 23, currency: 'EUR', ...twiceAWeek },
  { name: 'Birch & Barley Bakery', ending: 'credentials', daysAgo: 5, currency: 'USD', ...daily },
  { name: 'Bluewater Charters', ending: 'healthy', daysAgo: 11, currency: 'AUD', ...daily },
  { name: 'Café Ómnia', ending: 'healthy', daysAgo: 15, currency: 'EUR', ...twiceAWeek },
  { name: 'Canopy Landscaping', ending: 'disconnected', daysAgo: 26, currency: 'USD', ...twiceAWeek },
  { name: 'Cedar Point Physio', ending: 'healthy', daysAgo: 9, currency: 'CAD', ...daily },
  { name: 'Clement Freight', ending: 'platform-down', daysAgo: 9, currency: 'EUR', ...daily },
  { name: 'Copperfield Books', ending: 'healthy', daysAgo: 13, currency: 'GBP', ...twiceAWeek },
  { name: 'Dunmore Veterinary', ending: 'permission', daysAgo: 12, currency: 'GBP', ...daily },
  { name: 'Eastgate Opticians', ending: 'healthy', daysAgo: 25, currency: 'GBP', ...twiceAWeek },
  { name: 'Elm Row Architects', ending: 'partial', daysAgo: 10, currency: 'USD', ...daily },
  { name: 'Farrow Machinery', ending: 'archived', daysAgo: 30, currency: 'USD', ...twiceAWeek },
  { name: 'Finch & Daughters', ending: 'credentials', daysAgo: 12, currency: 'GBP', ...daily },
  { name: 'Fjordlys AS', ending: 'healthy', daysAgo: 8, currency: 'EUR', ...daily },
  { name: 'Granite State Roofing', ending: 'rate-limited', daysAgo: 10, currency: 'USD', ...daily },
  { name: 'Greenhouse Coffee Roasters', ending: 'healthy', daysAgo: 18, currency: 'USD', ...twiceAWeek },
  { name: 'Hollis Plumbing', ending: 'healthy', daysAgo: 7, currency: 'USD', ...daily },
  { name: 'Ibérica Cerámica', ending: 'platform-down', daysAgo: 7, currency: 'EUR', ...daily },
  { name: 'Ironwood Fitness', ending: 'healthy', daysAgo: 22, currency: 'USD', ...twiceAWeek },
  { name: 'Jade Garden Imports', ending: 'healthy', daysAgo: 6, currency: 'USD', ...daily },
  { name: 'Kestrel Aviation Parts', ending: 'wrong-company', daysAgo: 13, currency: 'USD', ...daily },
  { name: 'Kowalski Stolarka', ending: 'healthy', daysAgo: 19, currency: 'PLN', ...twiceAWeek },
  { name: 'Lakeshore Marine', ending: 'rate-limited', daysAgo: 11, currency: 'USD', ...daily },
  { name: 'Larkspur Florists', ending: 'archived', daysAgo: 28, currency: 'GBP', ...twiceAWeek },
  { name: 'Lindqvist Möbler', ending: 'healthy', daysAgo: 12, currency: 'EUR', ...daily },
  { name: 'Mariposa Textiles', ending: 'disconnected', daysAgo: 24, currency: 'USD', ...twiceAWeek },
  { name: 'Northbridge Print', ending: 'healthy', daysAgo: 10, currency: 'GBP', ...daily },
  { name: 'Orchard Lane Cider', ending: 'credentials', daysAgo: 9, currency: 'GBP', ...daily },
  { name: 'Pinnacle Signage', ending: 'healthy', daysAgo: 5, currency: 'USD', ...daily },
  { name: 'Quarry Road Garage', ending: 'permission', daysAgo: 13, currency: 'AUD', ...daily },
  { name: 'Redwood Analytics', ending: 'bad-request', daysAgo: 8, currency: 'USD', ...daily },
  { name: 'Saffron Kitchen Supply', ending: 'partial', daysAgo: 11, currency: 'USD', ...daily },
  { name: 'Sable & Stone Jewellers', ending: 'healthy', daysAgo: 4, currency: 'CHF', ...daily },
  { name: 'Tamarind Catering', ending: 'disconnected', daysAgo: 21, currency: 'USD', ...twiceAWeek },
  { name: 'Tidewater Boatyard', ending: 'opened', daysAgo: 3 },
  { name: 'Umber Ceramics', ending: 'opened', daysAgo: 5, category: 'ACCOUNTING' },
  { name: 'Vantage Point Surveyors', ending: 'pending', daysAgo: 2 },
  { name: 'Verbena Skincare', ending: 'pending', daysAgo: 1, category: 'ACCOUNTING' },
  { name: 'Westlake Storage', ending: 'expired', daysAgo: 45 },
  { name: 'Wren Harbor Hotels', ending: 'pending', daysAgo: 1 },
  { name: 'Yarrow & Thyme', ending: 'expired', daysAgo: 60, category: 'ACCOUNTING' },
  { name: 'Yellowfin Seafood', ending: 'revoked', daysAgo: 33 },
  { name: 'Zephyr Cycles', ending: 'pending', daysAgo: 0 },
  { name: 'Zollinger Uhren', ending: 'archived', daysAgo: 40 },
  { name: 'Ålesund Fisk', ending: 'opened', daysAgo: 4 },
];

/** Endings of companies that never connected. */
export const neverConnects: ReadonlySet<Ending> = new Set(['pending', 'opened', 'expired', 'revoked']);
