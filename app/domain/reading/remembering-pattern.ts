/**
 * A pattern that knows what it found in the sentences of just now. Rules share their guards ("hierbij", "niet", who asks
 * what), and each asks them anew of the same few clauses: without memory half of the time of reading goes there.
 */

/** A sentence has a handful of clauses; more than this are those of sentences before. */
const REMEMBERED = 32;

/** Not for the flags `g` and `y`: what those find depends on more than the text. */
export class RememberingPattern extends RegExp {
  readonly #found = new Map<string, RegExpExecArray | null>();
  readonly #needs: RegExp | null;

  /** @param needs words of which one stands in all that the pattern finds; where none does, it is not tried */
  constructor(source: string, flags: string, needs: string | null) {
    super(source, flags);
    this.#needs = needs === null ? null : new RegExp(needs, "i");
  }

  override exec(text: string): RegExpExecArray | null {
    const known = this.#found.get(text);
    if (known !== undefined) return known;
    const fresh = this.#needs?.test(text) === false ? null : super.exec(text);
    if (this.#found.size >= REMEMBERED) this.#found.clear();
    this.#found.set(text, fresh);
    return fresh;
  }

  override test(text: string): boolean {
    return this.exec(text) !== null;
  }
}
