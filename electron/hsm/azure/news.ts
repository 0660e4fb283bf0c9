// What changes while somebody else looks on: whoever has seen one state asks for the next.

export class News<State> {
  #state: State;
  #revision = 0;
  #waiting: (() => void)[] = [];

  constructor(first: State) {
    this.#state = first;
  }

  get state(): State {
    return this.#state;
  }

  /** Whoever waits is told. */
  tell(state: State): void {
    this.#state = state;
    this.#revision += 1;
    for (const wake of this.#waiting.splice(0)) wake();
  }

  /** Resolves when there is something newer than revision `seen`; the first is 0. */
  async after(seen: number): Promise<{ readonly revision: number; readonly state: State }> {
    while (this.#revision <= seen)
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    return { revision: this.#revision, state: this.#state };
  }
}
