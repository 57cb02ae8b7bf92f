/** What is written to the console. */
import { stub, type SinonStub } from 'sinon';

const METHODS = ['log', 'info', 'warn', 'debug', 'trace', 'dir', 'table'] as const;

let stubs: SinonStub[] = [];

/** Hears everything from now on, to the end of the test. Errors the bench hears as it is. */
export function hearConsole(): void {
  stubs = METHODS.map(method => stub(console, method));
}

/** All of it, errors left out. */
export function consoleSays(): string {
  return stubs
    .flatMap(each => each.args)
    .flat()
    .map(String)
    .join('\n');
}
