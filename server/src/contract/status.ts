// How a section of an answer can stand to its contract, and the words for it. Shared with the client.

export type SectionStatus = 'present' | 'absent' | 'missing' | 'out-of-order' | 'wrong-verdict' | 'unchecked';

export const STATUS_WORDS: Readonly<Record<SectionStatus, string>> = {
  present: 'there',
  absent: 'not there',
  missing: 'missing',
  'out-of-order': 'out of order',
  'wrong-verdict': 'wrong verdict',
  unchecked: 'not checked',
};
