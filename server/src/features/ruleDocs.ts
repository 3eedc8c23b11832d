// Where the page of each rule is published.

/** Followed by the code and `.md`. */
export const RULE_DOCS_URL = 'https://github.com/agentwright/agentwright/blob/main/docs/rules/';
