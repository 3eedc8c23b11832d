// What rules about JSON files may ask about the files around: the plugin of a manifest, the agents that settings name.

/** What a rule may ask about the folder of the plugin. Paths are as in the manifest: `./agents/reviewer.md`. */
export interface PluginView {
  readonly folderName: string;
  /** What is at a path; `outside` means outside the plugin, where nothing is looked up; `unknown` means not looked up yet. */
  kindOf(path: string): 'file' | 'folder' | 'missing' | 'outside' | 'unknown';
  /** The path without detours: `./a/../b.md` is `./b.md`, the plugin folder is `.`. Null outside the plugin. */
  normalized(path: string): string | null;
  /** Paths of files in the plugin that are or look like agents, sorted; null until the workspace has been read. */
  agentFiles(): readonly string[] | null;
}

/** What a rule may ask about the agents of the sessions that read the settings. */
export interface SettingsView {
  /** Whether `agent` finds an agent by this value. */
  finds(value: string): boolean;
  /** What the agent in a file is called; undefined if there is no such agent. `path` is a file name or a path that ends with one. */
  inFile(path: string): string | undefined;
  /** The agent a mistyped value means. */
  nearest(value: string): string | undefined;
  /** How many of the agents that the value could mean are known: `most` if only an unknown plugin could have it. */
  knowledgeOf(value: string): 'all' | 'most' | 'none';
}
