// The possible states of a contract section in an answer, and their labels. Shared with the client.

export type SectionStatus = 'present' | 'absent' | 'missing' | 'out-of-order' | 'wrong-verdict' | 'unchecked';

export const STATUS_WORDS: Readonly<Record<SectionStatus, string>> = {
  present: 'there',
  absent: 'absent',
  missing: 'missing',
  'out-of-order': 'out of order',
  'wrong-verdict': 'wrong verdict',
  unchecked: 'not checked',
};
