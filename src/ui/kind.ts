/** What kinds of entities are called. */
import type { Kind } from '../facts/entity.ts';
import type { MessageKey } from './words.ts';

/** The word for each kind: 'Place', 'Person'. */
export const KIND_NAMES: Readonly<Record<Kind, MessageKey>> = {
  place: 'kindPlace',
  person: 'kindPerson',
  office: 'kindOffice',
  agreement: 'kindAgreement',
  organisation: 'kindOrganisation',
  event: 'kindEvent',
};
