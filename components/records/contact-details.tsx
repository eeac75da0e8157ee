'use client';

import type { ReactNode } from 'react';
import { CopyButton } from '@/components/ui/copy-button.tsx';
import { Fact, Facts } from '@/components/ui/facts.tsx';
import { DateTime, RelativeTime } from '@/components/ui/relative-time.tsx';
import type { ContactDetail } from '@/lib/domain/records/contact-view.ts';
import { ContactInvoices } from './contact-invoices.tsx';
import { typeWords } from './contact-words.ts';

/** All that is known of a contact: who, where, how to reach, what is owed. */
export function ContactDetails({ contact, platform }: { contact: ContactDetail; platform: string }) {
  const { addresses, phones, links, currency } = contact;
  return (
    <div className="grid gap-6">
      {contact.deletedAt && (
        <p className="text-muted-foreground">
          No longer on {platform} since <DateTime value={contact.deletedAt} />; this is how it was last read.
        </p>
      )}
      <Facts className="grid-cols-2">
        {contact.contactName && contact.contactName !== contact.name && (
          <Fact label="Person">{contact.contactName}</Fact>
        )}
        {currency && <Fact label="Currency">{[currency.code, currency.name].filter(Boolean).join(' · ')}</Fact>}
        {contact.taxNumber && <Fact label="Tax number">{contact.taxNumber}</Fact>}
        {contact.registrationNumber && <Fact label="Registration number">{contact.registrationNumber}</Fact>}
        <Fact label="Changed">
          <RelativeTime value={contact.updatedAt} />
        </Fact>
        <Fact label={`Id on ${platform}`}>
          <span className="flex items-center gap-1">
            <span className="code truncate">{contact.platformId}</span>
            <CopyButton value={contact.platformId} label="Copy id" />
          </span>
        </Fact>
      </Facts>
      <Part title="Addresses" empty="No address" count={addresses.length}>
        {addresses.map((address, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: an address has nothing but its place
          <Entry key={index} kind={typeWords(address.type)}>
            {address.lines.map((line, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the same
              <span key={at} className="block">
                {line}
              </span>
            ))}
          </Entry>
        ))}
      </Part>
      <Part title="Phone numbers" empty="No phone number" count={phones.length}>
        {phones.map((phone) => (
          <Entry key={`${phone.type} ${phone.number}`} kind={typeWords(phone.type)}>
            <a href={`tel:${phone.number.replace(/[^\d+]/g, '')}`} className={linkClasses}>
              {phone.number}
            </a>
          </Entry>
        ))}
      </Part>
      <Part title="E-mail and web" empty="No e-mail or website" count={links.length}>
        {links.map((link) => (
          <Entry key={`${link.type} ${link.link}`} kind={typeWords(link.type)}>
            <ExternalAddress {...link} />
          </Entry>
        ))}
      </Part>
      <ContactInvoices invoices={contact.invoices} />
    </div>
  );
}

const linkClasses = 'focus-ring rounded-sm break-all text-primary underline-offset-4 hover:underline';

/** What came from the platform may be anything: only mail and web addresses become links. */
function ExternalAddress({ type, link }: { type: string | null; link: string }) {
  if (type === 'EMAIL' && /^[^\s@]+@[^\s@]+$/.test(link)) {
    return (
      <a href={`mailto:${link}`} className={linkClasses}>
        {link}
      </a>
    );
  }
  const address = /^[\w-]+(\.[\w-]+)+([/?#]|$)/.test(link) ? `https://${link}` : link;
  if (URL.canParse(address) && ['http:', 'https:'].includes(new URL(address).protocol)) {
    return (
      <a href={address} target="_blank" rel="noopener noreferrer" className={linkClasses}>
        {link}
      </a>
    );
  }
  return <span className="break-all">{link}</span>;
}

function Part({ title, empty, count, children }: { title: string; empty: string; count: number; children: ReactNode }) {
  return (
    <section className="grid gap-2">
      <h3 className="font-medium">{title}</h3>
      {count > 0 ? (
        <ul className="divide-y rounded-md border">{children}</ul>
      ) : (
        <p className="text-muted-foreground">{empty}</p>
      )}
    </section>
  );
}

function Entry({ kind, children }: { kind: string | null; children: ReactNode }) {
  return (
    <li className="flex items-baseline justify-between gap-4 px-3 py-2">
      <div className="min-w-0">{children}</div>
      {kind && <span className="shrink-0 text-muted-foreground text-xs">{kind}</span>}
    </li>
  );
}
