// How names of agents are compared.
import { indexed } from '../runtimes/registry.ts';

export const { bare: bareName, fold: foldName } = indexed.names;
