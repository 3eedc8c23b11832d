// Where the page of each rule is published.

/** The code follows, with `.md` at its end. */
export const RULE_DOCS_URL = 'https://github.com/agentwright/agentwright/blob/main/docs/rules/';
