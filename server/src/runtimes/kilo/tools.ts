// The tools of Kilo: those of OpenCode, and its own.
import { createToolVocabulary, type ToolDoc } from '../runtime.ts';
import { OPENCODE_TOOLS } from '../shared/opencode/tools.ts';

const OWN: readonly ToolDoc[] = [
  { value: 'plan_exit', canonical: null, description: 'Leaves planning. Off unless it is allowed.' },
  { value: 'suggest', canonical: null, description: 'Suggests what to do next. Off unless it is allowed.' },
  { value: 'goal', canonical: null, description: 'Sets the goal of the session.' },
  { value: 'goal_report', canonical: null, description: 'Reports on the goal of the session.' },
  { value: 'board_read', canonical: null, description: 'Reads the board that agents share.' },
  { value: 'board_post', canonical: null, description: 'Writes on the board that agents share.' },
  { value: 'kilo_local_recall', canonical: null, description: 'Looks things up in earlier sessions.' },
  { value: 'background_process', canonical: null, description: 'Runs a process in the background.' },
  { value: 'schedule_wakeup', canonical: null, description: 'Wakes the agent up later.' },
  { value: 'cancel_wakeup', canonical: null, description: 'Cancels a wake-up.' },
  { value: 'cron_create', canonical: null, description: 'Creates a recurring task.' },
  { value: 'cron_list', canonical: null, description: 'Lists recurring tasks.' },
  { value: 'cron_delete', canonical: null, description: 'Deletes a recurring task.' },
  { value: 'link_pr', canonical: null, description: 'Links a pull request to the session.' },
];

export const kiloTools = createToolVocabulary([...OPENCODE_TOOLS, ...OWN]);
