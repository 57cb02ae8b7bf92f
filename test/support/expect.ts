import { expect as chai } from '@open-wc/testing';

/**
 * Assertions as they are: a plugin types `equal` as a promise, for the sake of its snapshots, and every line that uses
 * it would have to wait for nothing.
 */
type Plain<Chain> = Chain extends Chai.Equal
  ? (value: unknown, message?: string) => void
  : Chain extends Chai.Assertion
    ? { readonly [Key in keyof Chain]: Plain<Chain[Key]> }
    : Chain extends (...args: never[]) => unknown
      ? Chain
      : Chain extends object
        ? { readonly [Key in keyof Chain]: Plain<Chain[Key]> }
        : Chain;

export const expect = chai as unknown as (value: unknown, message?: string) => Plain<Chai.Assertion>;
