import { resourcesAtHand } from './resourcesAtHand.ts';

/** Dictionaries and wordings, which are large and not wanted by everybody at once, by their names. */
export type Resources = typeof resourcesAtHand;
type ResourceName = keyof Resources;

/** Answers at once: what a rule needs, it needs in the middle of its work. */
export type LoadResource = (name: ResourceName) => unknown;

let load: LoadResource = (name) => {
  throw new Error(`Nobody provides ${name}.`);
};

/** Says where the resources are that are not at hand. */
export function provideResources(loader: LoadResource): void {
  load = loader;
}

/** Loads a resource anew at each call: who asks for it keeps what it makes of it, and asks no sooner than it must. */
export function resource<Name extends ResourceName>(name: Name): Resources[Name] {
  const atHand: Partial<Resources> = resourcesAtHand;
  return atHand[name] ?? (load(name) as Resources[Name]);
}
