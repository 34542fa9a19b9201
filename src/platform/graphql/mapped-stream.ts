/**
 * A stream of what `map` makes of each item. It is pulled: the next item is asked for when the
 * one before was taken, and nothing is asked for after the end. Leaving it ends the source at once, also while it waits for an item,
 * which an async generator function could not do.
 */
export const mappedStream = <S, T>(
  source: AsyncIterable<S>,
  map: (item: S) => Promise<T>,
  onEnd: () => Promise<void>,
): AsyncGenerator<T, void> => {
  const items = source[Symbol.asyncIterator]();
  let ending: Promise<void> | undefined;
  const end = () => (ending ??= onEnd());
  const done = { done: true, value: undefined } as const;

  const stream: AsyncGenerator<T, void> = {
    async next() {
      if (ending !== undefined) return done;
      try {
        const item = await items.next();
        if (item.done !== true) return { done: false, value: await map(item.value) };
      } catch (error) {
        await end();
        throw error;
      }
      await end();
      return done;
    },
    async return() {
      const isFirst = ending === undefined;
      await end();
      if (isFirst) await items.return?.();
      return done;
    },
    async throw(error) {
      await stream.return();
      throw error;
    },
    [Symbol.asyncIterator]: () => stream,
    [Symbol.asyncDispose]: async () => {
      await stream.return();
    },
  };
  return stream;
};
