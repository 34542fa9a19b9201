import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/** What becomes of a request and its reply. */
export type Fate =
  | 'pass'
  /** The connection is cut before the server has seen the request. */
  | 'lose the request'
  /** The connection is cut when the server has answered, before the caller sees it. */
  | 'lose the reply'
  /** The connection is cut while the server works on the request. */
  | 'leave the request'
  /** The reply waits in the proxy until it is let through. */
  | 'keep the reply';

const readyForQuery = Buffer.from([0x5a, 0, 0, 0, 5, 0x49]);

/** A TCP proxy before PostgreSQL that harms chosen requests. */
export class TcpProxy {
  /** The fates of the next requests that carry the marker, in order; others pass. */
  readonly fates: Fate[] = [];
  /** Requests that carried the marker. */
  requests = 0;
  private readonly sockets = new Set<Socket>();
  private readonly kept: (() => void)[] = [];
  private server: Server | undefined;
  private port = 0;

  private constructor(
    private readonly target: URL,
    private readonly marker: string,
  ) {}

  /** A proxy to the server of a URL that looks out for requests with the marker in them. */
  static async open(url: string, marker: string): Promise<TcpProxy> {
    const proxy = new TcpProxy(new URL(url), marker);
    await proxy.listen();
    return proxy;
  }

  /** The URL that leads through this proxy. */
  get url(): string {
    const through = new URL(this.target);
    through.host = `127.0.0.1:${this.port}`;
    return through.toString();
  }

  /** Accepts connections again, at the same port. */
  async listen(): Promise<void> {
    this.server = createServer((caller) => this.join(caller)).listen(this.port, '127.0.0.1');
    await once(this.server, 'listening');
    this.port = (this.server.address() as AddressInfo).port;
  }

  /** Cuts every connection and refuses new ones. */
  async close(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    if (!this.server?.listening) return;
    this.server.close();
    await once(this.server, 'close');
  }

  get keeps(): number {
    return this.kept.length;
  }

  /** Lets the kept replies through. */
  letThrough(): void {
    for (const release of this.kept.splice(0)) release();
  }

  private join(caller: Socket): void {
    const { hostname, port } = this.target;
    const link = new Link(caller, connect(Number(port || 5432), hostname));
    for (const socket of link.both) {
      this.sockets.add(socket);
      socket.on('close', () => {
        this.sockets.delete(socket);
        link.cut();
      });
    }
    caller.on('data', (bytes) => {
      const marked = bytes.includes(this.marker);
      if (marked) this.requests += 1;
      const fate = (marked ? this.fates.shift() : undefined) ?? 'pass';
      link.request(bytes, fate);
      if (fate === 'keep the reply') this.kept.push(() => link.pass());
    });
  }
}

/** A caller's connection and the one to the server that belongs to it. */
class Link {
  private fate: Fate = 'pass';
  private reply = Buffer.alloc(0);

  constructor(
    private readonly caller: Socket,
    private readonly server: Socket,
  ) {
    for (const socket of this.both) socket.on('error', () => undefined);
    server.on('data', (bytes) => this.replied(bytes));
  }

  get both(): readonly Socket[] {
    return [this.caller, this.server];
  }

  cut(): void {
    for (const socket of this.both) socket.destroy();
  }

  pass(): void {
    this.fate = 'pass';
    this.caller.write(this.reply);
    this.reply = Buffer.alloc(0);
  }

  request(bytes: Buffer, fate: Fate): void {
    if (fate === 'lose the request') {
      this.cut();
      return;
    }
    if (fate !== 'pass') this.fate = fate;
    this.server.write(bytes, () => {
      if (fate === 'leave the request') this.cut();
    });
  }

  private replied(bytes: Buffer): void {
    if (this.fate === 'pass') {
      this.caller.write(bytes);
      return;
    }
    this.reply = Buffer.concat([this.reply, bytes]);
    const whole = this.reply.subarray(-readyForQuery.length).equals(readyForQuery);
    if (whole && this.fate === 'lose the reply') this.cut();
  }
}
