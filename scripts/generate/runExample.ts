// Examples of rules run as the command line runs them.
export * from '../../server/src/cli/runExample.ts';
