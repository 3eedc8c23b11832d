// What the variables of snippets stand for in a file.
import { yamlString } from '../../rules/edits.ts';
import type { Runtime } from '../../runtimes/runtime.ts';
import { fileStem } from '../../util/fileStem.ts';
import type { SnippetVariables } from './snippet.ts';

/** `today`: `yyyy-mm-dd`. `runtime`: the one whose agent the file is, where that is not Claude Code. */
export function snippetVariables(uri: string, today: string, runtime?: Runtime): SnippetVariables {
  return { name: yamlString(runtime ? nameIn(runtime, fileStem(uri)) : fileStem(uri)), today };
}

/** What a file is called when nothing of its name may be a name. */
const FALLBACK = 'my-agent';

/** The name of the file as the runtime takes it; without what makes it an agent file: `reviewer.agent`. */
function nameIn({ fields }: Runtime, stem: string): string {
  const name = stem.replace(/\.(?:agent|chatmode)$/, '');
  const schema = fields.all.find(({ role }) => role === 'name')?.schema;
  const plain = name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  return [name, plain].find((each) => each !== '' && (schema?.safeParse(each).success ?? true)) ?? FALLBACK;
}
