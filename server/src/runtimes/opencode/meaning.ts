// What an agent of OpenCode means apart from it.
import type { AgentDocument } from '../../model/document.ts';
import type { AgentMeaning } from '../meaning.ts';
import type { Place } from '../runtime.ts';
import { meaningV1 } from '../shared/opencode/meaningV1.ts';
import { opencodeFields } from './fields.ts';
import { load } from './load.ts';

/** Null for a file that does not load, and for one that is taken raw. */
export function meaning(document: AgentDocument, place: Place): AgentMeaning | null {
  return meaningV1(document, load(document, place), opencodeFields);
}
