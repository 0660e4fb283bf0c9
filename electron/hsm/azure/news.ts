// A state that others follow: a reader of one revision asks for the next.

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

  /** Notifies those who wait. */
  tell(state: State): void {
    this.#state = state;
    this.#revision += 1;
    for (const wake of this.#waiting.splice(0)) wake();
  }

  /** Resolves once there is a revision newer than `seen`; the first is 0. */
  async after(seen: number): Promise<{ readonly revision: number; readonly state: State }> {
    while (this.#revision <= seen)
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    return { revision: this.#revision, state: this.#state };
  }
}
