// What a runtime makes of a text, in few words: outcome, name, and each event with the characters it stands on.
import { parseDocument } from '../../server/src/model/document.ts';
import type { LoadReport, Place, Runtime } from '../../server/src/runtimes/runtime.ts';

export interface ShortReport {
  readonly outcome: LoadReport['outcome'];
  readonly name: string | null;
  readonly tools: LoadReport['tools'];
  readonly model: string | null;
  /** `cause field “characters”` */
  readonly events: readonly string[];
}

/** `path` is below the first place of the runtime. */
export function loadIn(runtime: Runtime, text: string, path = 'a.md'): ShortReport {
  const [place] = runtime.places;
  if (!place) throw new Error(`${runtime.id} has no place`);
  return loadAt(runtime, text, { scope: place.scope, folder: place.path, path });
}

export function loadAt(runtime: Runtime, text: string, place: Place): ShortReport {
  const document = parseDocument(`file:///project/${place.folder}/${place.path}`, text);
  const { outcome, name, tools, model, events } = runtime.load(document, place);
  const shown = events.map(({ cause, field, span }) => {
    const characters = document.text.slice(span.start, span.end).trimEnd();
    return [cause, field, `“${characters}”`].filter((part) => part !== null).join(' ');
  });
  return { outcome, name, tools, model, events: shown };
}
