import { connect, createServer, type Server, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';

/** A TCP proxy that cuts connections: at once, or after so many bytes towards the client. */
export class CuttingProxy {
  private readonly open = new Set<Socket>();
  private bytesLeft = Infinity;

  private constructor(
    private readonly server: Server,
    readonly port: number,
  ) {}

  static async to(port: number): Promise<CuttingProxy> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const proxy = new CuttingProxy(server, (server.address() as AddressInfo).port);
    server.on('connection', (client) => proxy.join(client, connect(port, '127.0.0.1')));
    return proxy;
  }

  /** Lets this many more bytes through to clients, in the middle of a frame if need be, then cuts. */
  cutAfter(bytes: number): void {
    this.bytesLeft = bytes;
  }

  cut(): void {
    this.bytesLeft = Infinity;
    for (const socket of this.open) socket.destroy();
  }

  async close(): Promise<void> {
    this.cut();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private join(client: Socket, upstream: Socket): void {
    for (const socket of [client, upstream]) {
      this.open.add(socket);
      socket.on('error', () => socket.destroy());
      socket.on('close', () => {
        this.open.delete(socket);
        client.destroy();
        upstream.destroy();
      });
    }
    client.pipe(upstream);
    upstream.on('data', (chunk: Buffer) => {
      const isLast = chunk.length >= this.bytesLeft;
      if (isLast) upstream.pause();
      client.write(isLast ? chunk.subarray(0, this.bytesLeft) : chunk, () => {
        if (isLast) this.cut();
      });
      this.bytesLeft -= chunk.length;
    });
  }
}
