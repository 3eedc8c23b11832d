// Claude Code's tools by name: what each does, older names, and names that no longer grant a tool. Plain data.
import type { ValueDoc } from '../fields.ts';

export interface ToolDoc extends ValueDoc {
  /** Never given to a subagent, even if listed. */
  readonly neverInSubagents?: boolean;
}

/** Names as written in `tools` and `disallowedTools`; case-sensitive. */
export const TOOLS: readonly ToolDoc[] = [
  { value: 'Agent', description: 'Starts a subagent. Formerly named `Task`.' },
  { value: 'Artifact', description: 'Publishes an artifact.' },
  { value: 'AskUserQuestion', description: 'Asks the user a question.', neverInSubagents: true },
  { value: 'Bash', description: 'Runs shell commands.' },
  { value: 'CronCreate', description: 'Schedules a recurring prompt.' },
  { value: 'CronDelete', description: 'Removes a scheduled prompt.' },
  { value: 'CronList', description: 'Lists scheduled prompts.' },
  { value: 'DesignSync', description: 'Keeps a design in sync. Undocumented.' },
  { value: 'Edit', description: 'Edits parts of a file.' },
  { value: 'EndConversation', description: 'Ends the conversation.', neverInSubagents: true },
  { value: 'EnterPlanMode', description: 'Switches to plan mode.', neverInSubagents: true },
  { value: 'EnterWorktree', description: 'Moves the session into a git worktree.' },
  { value: 'ExitPlanMode', description: 'Presents a plan. In subagents, only with `permissionMode: plan`.' },
  { value: 'ExitWorktree', description: 'Leaves the git worktree.' },
  { value: 'Glob', description: 'Finds files by pattern. On macOS and Linux, only if Bash is not listed.' },
  { value: 'Grep', description: 'Searches file contents. On macOS and Linux, only if Bash is not listed.' },
  { value: 'ListAgents', description: 'Lists agents.' },
  { value: 'ListMcpResourcesTool', description: 'Lists the resources of MCP servers.' },
  { value: 'LSP', description: 'Queries language servers about code.' },
  { value: 'Monitor', description: 'Monitors a running command.' },
  { value: 'NotebookEdit', description: 'Edits Jupyter notebook cells.' },
  { value: 'PowerShell', description: 'Runs PowerShell commands.' },
  { value: 'PushNotification', description: 'Sends a notification.' },
  { value: 'Read', description: 'Reads files.' },
  { value: 'ReadMcpResourceTool', description: 'Reads a resource of an MCP server.' },
  { value: 'RemoteTrigger', description: 'Triggers a remote agent.' },
  { value: 'ReportFindings', description: 'Reports findings.' },
  { value: 'ScheduleWakeup', description: 'Schedules the next wake-up.', neverInSubagents: true },
  { value: 'SendFeedback', description: 'Sends feedback.' },
  { value: 'SendMessage', description: 'Sends a message to another agent.' },
  { value: 'SendUserFile', description: 'Sends a file to the user.' },
  { value: 'ShareOnboardingGuide', description: 'Shares an onboarding guide.' },
  { value: 'Skill', description: 'Runs a skill.' },
  { value: 'SubagentHandback', description: 'Hands control back to the parent.' },
  { value: 'TaskCreate', description: 'Creates a task.' },
  { value: 'TaskGet', description: 'Reads a task.' },
  { value: 'TaskList', description: 'Lists tasks.' },
  { value: 'TaskOutput', description: 'Reads the output of a task.', deprecated: 'removed in 2.1.277' },
  { value: 'TaskStop', description: 'Stops a running task.' },
  { value: 'TaskUpdate', description: 'Updates a task.' },
  { value: 'TodoWrite', description: 'Keeps a to-do list.' },
  { value: 'ToolSearch', description: 'Finds deferred tools.' },
  { value: 'WaitForMcpServers', description: 'Waits for MCP servers.', neverInSubagents: true },
  { value: 'WebFetch', description: 'Fetches a web page.' },
  { value: 'WebSearch', description: 'Searches the web.' },
  { value: 'Workflow', description: 'Runs a workflow.', neverInSubagents: true },
  { value: 'Write', description: 'Creates or overwrites files.' },
];

/** Older names that still work in both lists. */
export const TOOL_ALIASES: Readonly<Record<string, string>> = {
  Task: 'Agent',
  KillShell: 'TaskStop',
  KillBash: 'TaskStop',
};

/** Names that used to be tools and now grant nothing, with their replacement (null if there is none). */
export const DEAD_TOOLS: Readonly<Record<string, string | null>> = {
  BashOutput: null,
  BashOutputTool: null,
  AgentOutputTool: null,
  MultiEdit: 'Edit',
  LS: 'Bash',
  NotebookRead: 'Read',
  SlashCommand: 'Skill',
  TodoRead: null,
  Search: 'Grep',
  GrepTool: 'Grep',
  View: 'Read',
  exit_plan_mode: 'ExitPlanMode',
};

export const MCP_PREFIX = 'mcp__';
