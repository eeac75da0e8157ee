'use client';

import { creditRatings } from '@/db/schema/enums.ts';
import { AddressesField } from './addresses-field.tsx';
import { CustomFields } from './custom-fields.tsx';
import { DueFields } from './due-fields.tsx';
import { EntriesField } from './entries-field.tsx';
import { FixedField, FixedFields } from './fixed-fields.tsx';
import { MotherField } from './mother-field.tsx';
import { ChoiceField, FlagField, LongTextField, TextField } from './plain-fields.tsx';
import { ProfileSection, type SectionProps } from './profile-section.tsx';
import { SubscribersField } from './subscribers-field.tsx';
import { TagsField } from './tags-field.tsx';

/** What a company has from birth and keeps. */
export interface FixedProfile {
  number: number;
  /** The chain's name. */
  chain: string;
}

export function IdentitySection({ fixed, ...props }: SectionProps & { fixed: FixedProfile }) {
  return (
    <ProfileSection {...props} title="Identity" description="Who the company is, for people and for the law.">
      <TextField field="name" />
      <TextField field="companyCode" code help="Unique in your organisation." />
      <TextField field="domain" code placeholder="example.com" help="Unique in your organisation." />
      <TextField field="avatarUrl" type="url" placeholder="https://example.com/logo.png" />
      <TextField field="vat" />
      <TextField field="additionalTaxIdentifier" />
      <TextField field="identifier" />
      <MotherField />
      <FixedFields>
        <FixedField field="chainId">{fixed.chain}</FixedField>
        <FixedField field="number">
          <span className="num">{fixed.number}</span>
        </FixedField>
      </FixedFields>
      <LongTextField field="description" />
    </ProfileSection>
  );
}

const ratingWords = {
  CreditOk: 'Credit is fine',
  PaymentRequiredUpfront: 'Payment required upfront',
  LocalDecisionRequired: 'Local decision required',
} as const satisfies Record<(typeof creditRatings)[number], string>;

const ratings = creditRatings.map((value) => ({ value, label: ratingWords[value] }));

export function BillingSection(props: SectionProps) {
  const { currencies, subsidiaries, taxRates, documentTypes } = props.options;
  return (
    <ProfileSection {...props} title="Billing" description="How the company is invoiced, and when it pays.">
      <TextField field="billingName" />
      <ChoiceField field="defaultCurrency" none="None" choices={currencies} />
      <DueFields />
      <ChoiceField field="defaultSubsidiaryId" none="None" choices={subsidiaries} />
      <ChoiceField field="defaultTaxRateId" none="None" choices={taxRates} />
      <ChoiceField field="defaultDocumentTypeId" none="None" choices={documentTypes} />
      <ChoiceField field="creditRating" choices={ratings} />
      <FlagField field="invoiceable" />
      <FlagField field="projectlessBudgets" />
      <FlagField field="addFeesToInvoices" />
      <FlagField field="addTaxDeductedPaymentToInvoices" />
      <LongTextField field="invoiceEmailRecipients" code help="A JSON object, kept as it is; empty for none." />
    </ProfileSection>
  );
}

export function ContactSection(props: SectionProps) {
  return (
    <ProfileSection
      {...props}
      title="Contact"
      description="How to reach the company. The first of each kind is the primary one."
    >
      <EntriesField list="phones" type="tel" placeholder="Number" />
      <EntriesField list="emails" type="email" placeholder="E-mail address" />
      <EntriesField list="websites" type="url" placeholder="https://" />
      <AddressesField />
      <TextField field="contactPerson" />
      <TextField field="department" />
      <LongTextField field="contactInformation" />
    </ProfileSection>
  );
}

export function ClassificationSection(props: SectionProps) {
  return (
    <ProfileSection {...props} title="Classification" description="What you sort and find the company by.">
      <TagsField />
      <CustomFields />
      <SubscribersField />
      <LongTextField field="notes" />
    </ProfileSection>
  );
}

export function ReferencesSection(props: SectionProps) {
  return (
    <ProfileSection {...props} title="References" description="What other systems and authorities call the company.">
      <TextField field="externalId" code />
      <TextField field="referenceIdentifier" code />
      <TextField field="buyerReference" code />
      <TextField field="leitwegId" code />
      <TextField field="peppolId" code />
      <FlagField field="externalSync" />
      <LongTextField field="settings" code help="A JSON object that programs read and write; empty for none." />
    </ProfileSection>
  );
}

export function CodesSection(props: SectionProps) {
  return (
    <ProfileSection {...props} title="Codes" description="Numbers that accounting and industry know it by.">
      <TextField field="accountingCode" code />
      <TextField field="billingCode" code />
      <TextField field="iata" code />
      <TextField field="dunsNumber" code help="Nine digits." />
    </ProfileSection>
  );
}
