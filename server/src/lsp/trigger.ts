// Why an editor asks for completion, read from its request.
import { type CompletionContext, CompletionTriggerKind } from 'vscode-languageserver';
import { ASKED, type Trigger } from '../features/trigger.ts';

export function toTrigger(context: CompletionContext | undefined): Trigger {
  switch (context?.triggerKind) {
    case CompletionTriggerKind.TriggerCharacter:
      return { kind: 'character', character: context.triggerCharacter };
    case CompletionTriggerKind.TriggerForIncompleteCompletions:
      return { kind: 'again' };
    default:
      return ASKED;
  }
}
