/** What is written to the console. */
import { stub, type SinonStub } from 'sinon';

const METHODS = [
  'log',
  'info',
  'warn',
  'debug',
  'trace',
  'dir',
  'table',
  'group',
  'groupCollapsed',
  'groupEnd',
] as const;

type Method = (typeof METHODS)[number];

let stubs: SinonStub[] = [];

/** Hears everything from now on, to the end of the test. Errors the bench hears as it is. */
export function hearConsole(): void {
  stubs = METHODS.map(method => stub(console, method));
}

/** How many groups were opened and not closed. */
export function groupsLeftOpen(): number {
  const calls = (method: Method): number => stubs[METHODS.indexOf(method)]?.callCount ?? 0;
  return calls('group') + calls('groupCollapsed') - calls('groupEnd');
}

/** All of it, or what was written in one way; errors left out. Objects are written out. */
export function consoleSays(method?: Method): string {
  return stubs
    .filter((_, index) => !method || METHODS[index] === method)
    .flatMap(each => each.args)
    .flat()
    .map(said => (typeof said === 'object' ? JSON.stringify(said) : String(said)))
    .join('\n');
}
