import type { DataCategory, FlagId, StepId } from './ids';

/** A moment, ISO 8601 with an offset (`2026-11-24T09:00:00+01:00` or `…Z`). Never a Date in state. */
export type Instant = string;

export type Role = 'prosecutor' | 'judge' | 'police';
export type Tri = boolean | 'unknown';

/** Who asks. Nothing here is ever taken from an incoming mail. */
export type Profile = {
  /** ISO 3166-1 alpha-2; `UK` and `EL` are understood too. */
  readonly country: string;
  readonly role: Role;
  readonly office?: string;
  readonly name?: string;
  readonly title?: string;
  readonly phone?: string;
  readonly switchboard?: string;
  readonly supervisor?: string;
  readonly email?: string;
  /** IANA time zone of the office; times without a zone are the requester's. */
  readonly timeZone?: string;
};

export type Emergency = 'now' | 'none' | 'ended' | 'unknown';

export type Preservation = {
  readonly state: 'none' | 'requested' | 'confirmed' | 'expired';
  /** ISO 8601 date or date-time. */
  readonly since?: string;
  readonly expires?: string;
  readonly reference?: string;
  /** How often the hold was already extended. */
  readonly renewals?: number;
};

export type Offence = {
  /** Highest custodial sentence in years. */
  readonly maxYears?: number;
  /** An offence of Directive (EU) 2017/541. */
  readonly terrorism?: boolean;
  /** One of the other offences that Art. 5(4) Reg. (EU) 2023/1543 lists. */
  readonly listed?: boolean;
  readonly articles?: string;
};

/** The few facts of a case that change the advice; every one may be unknown. The names are those of the command line. */
export type Case = {
  readonly emergency: Emergency;
  readonly dataCategories?: readonly DataCategory[];
  readonly offence?: Offence;
  readonly suspectResidesIn?: string;
  readonly offenceIn?: string;
  readonly providerSeat?: string;
  /** The state of the provider's designated establishment or representative in the EU; null: there is none. */
  readonly euAddressee?: string | null;
  readonly preservation?: Preservation;
  /** ISO 8601 date or date-time of the first request in this matter. */
  readonly firstRequest?: string;
  /** When the addressee received an order, by step: its clock counts from then, not from now. */
  readonly served?: Readonly<Partial<Record<StepId, Instant>>>;
  readonly flags?: Readonly<Partial<Record<FlagId, Tri>>>;
};

/** What the person typed, by fact or question key; entered once and used in every paper of the case. */
export type Answers = Readonly<Record<string, string>>;
