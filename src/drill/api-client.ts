/** A GraphQL error where the drill expected an answer. */
export class ApiError extends Error {}

/** A client of the API as any tool would be one: HTTP, a token, ten seconds. */
export class ApiClient {
  constructor(
    private readonly url: string,
    private readonly token: string,
  ) {}

  /** The data of an answer. Throws `ApiError` with the messages of any errors. */
  async ask<T>(query: string, variables: Readonly<Record<string, unknown>> = {}): Promise<T> {
    const response = await fetch(`${this.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${this.token}` },
      body: JSON.stringify({ query, variables }),
      signal: AbortSignal.timeout(10_000),
    });
    const { data, errors } = (await response.json()) as {
      data?: T;
      errors?: readonly { message: string }[];
    };
    if (errors || data === undefined) {
      throw new ApiError(errors?.map(({ message }) => message).join('; ') ?? 'no data');
    }
    return data;
  }

  /** Sends one mutation by its name and input, and selects these fields of its payload. */
  async send<T>(mutation: string, input: object, fields: string): Promise<T> {
    const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
    const answer = await this.ask<Record<string, T>>(
      `mutation ($input: ${type}!) { ${mutation}(input: $input) { ${fields} } }`,
      { input },
    );
    return answer[mutation] as T;
  }
}
