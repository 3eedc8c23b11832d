// A reference as the index keeps it, without the text around it. There can be a million of them.

import type { AgentDocument } from '../model/document.ts';
import type { Reference } from '../runtimes/reference.ts';
import { detached, type Range } from '../util/text.ts';

/** A class with plain numbers: an object for each position took four times the memory. */
export class PlacedReference {
  readonly to: Reference['to'];
  readonly name: string;
  readonly form: Reference['form'];
  private readonly startLine: number;
  private readonly startCharacter: number;
  private readonly endLine: number;
  private readonly endCharacter: number;

  constructor({ lines }: AgentDocument, { to, name, form, span }: Reference) {
    const { start, end } = lines.rangeOf(span);
    this.to = to;
    this.name = detached(name);
    this.form = form;
    this.startLine = start.line;
    this.startCharacter = start.character;
    this.endLine = end.line;
    this.endCharacter = end.character;
  }

  get range(): Range {
    return {
      start: { line: this.startLine, character: this.startCharacter },
      end: { line: this.endLine, character: this.endCharacter },
    };
  }
}

/** Where an agent is spoken of. */
export interface AgentReference extends Pick<PlacedReference, 'name' | 'form' | 'range'> {
  readonly uri: string;
}
