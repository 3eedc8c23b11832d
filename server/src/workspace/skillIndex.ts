// The skills and commands of a workspace, by what they are asked for by.
import type { KnownSkill } from '../rules/workspaceView.ts';
import { KnownNames } from './knownNames.ts';
import { bareName } from './names.ts';
import { SortedSets } from './sortedSets.ts';

export class SkillIndex {
  private readonly skills = new Map<string, KnownSkill>();
  private readonly byName = new SortedSets();
  private readonly names = new KnownNames();

  add(skill: KnownSkill): void {
    this.skills.set(skill.uri, skill);
    for (const name of namesOf(skill)) this.byName.add(bareName(name), skill.uri);
    for (const name of namesOf(skill)) this.names.add(name);
  }

  remove(skill: KnownSkill): void {
    this.skills.delete(skill.uri);
    for (const name of namesOf(skill)) this.byName.remove(bareName(name), skill.uri);
    for (const name of namesOf(skill)) this.names.remove(name);
  }

  /** In order of their URIs. */
  all(): KnownSkill[] {
    return [...this.skills.keys()].sort().flatMap((uri) => this.skills.get(uri) ?? []);
  }

  /** Measured: a skill is found by its whole name, by its last part, and by what its own `name` says. */
  called(name: string): KnownSkill[] {
    return this.byName
      .of(bareName(name))
      .flatMap((uri) => this.skills.get(uri) ?? [])
      .filter((skill) => !name.includes(':') || skill.id === name || skill.otherName === name);
  }

  /** The name that was meant by a mistyped one. */
  nearest(name: string): string | undefined {
    return this.names.nearest(name);
  }
}

function namesOf({ id, otherName }: KnownSkill): string[] {
  return [...new Set([id, bareName(id), ...(otherName === null ? [] : [otherName])])];
}
