/**
 * An internet of news for the tests: one local proxy that answers for every host name, over http and https, and writes down each request.
 * Nothing leaves the machine; a host without a published page is answered 502.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { connect } from 'node:net';
import type { AddressInfo, Server } from 'node:net';
import { TLSSocket } from 'node:tls';
import { selfSignedCertificate } from './certificate.ts';

/** What is answered at one address. */
export interface Publication {
  readonly body: string | Uint8Array;
  /** `text/html` unless said otherwise; always UTF-8. */
  readonly type?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** One request that reached the proxy. */
export interface LoggedRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingMessage['headers'];
}

/** Hosts that Chromium and Firefox call of themselves, whatever extension they carry. */
const BROWSERS_OWN_HOSTS =
  /(^|\.)(google\.com|googleapis\.com|gstatic\.com|gvt1\.com|mozilla\.com|mozilla\.org|mozilla\.net|firefox\.com)$/;

/** The running internet. */
export class News {
  /** Port of 127.0.0.1 on which the proxy listens. */
  readonly port: number;
  /** Every request so far, oldest first, those of the browser itself included. */
  readonly requests: LoggedRequest[] = [];
  readonly #published = new Map<string, Publication>();
  readonly #servers: readonly Server[];

  private constructor(port: number, servers: readonly Server[]) {
    this.port = port;
    this.#servers = servers;
  }

  /** Starts the proxy and, behind it, the server that ends TLS. */
  static async start(): Promise<News> {
    const answer = (request: IncomingMessage, response: ServerResponse): void => news.#answer(request, response);
    const tls = createTlsServer(selfSignedCertificate(), answer);
    const tlsPort = await listen(tls);
    const proxy = createServer(answer);
    proxy.on('connect', (request, socket) => {
      // CONNECT host:port opens a tunnel (RFC 9110, 9.3.6): TLS ends at our server, anything else at this one.
      const port = request.url?.endsWith(':443') === true ? tlsPort : news.port;
      const tunnel = connect(port, '127.0.0.1', () => {
        socket.write('HTTP/1.1 200 OK\r\n\r\n');
        tunnel.pipe(socket).pipe(tunnel);
      });
      tunnel.on('error', () => socket.destroy());
      socket.on('error', () => tunnel.destroy());
    });
    const news: News = new News(await listen(proxy), [tls, proxy]);
    return news;
  }

  /** Answers GET requests at `host/path` (and the query, if any) from now on, over http and https alike. */
  publish(address: `${string}/${string}`, publication: Publication | string): void {
    this.#published.set(address, typeof publication === 'string' ? { body: publication } : publication);
  }

  /** Requests, as `METHOD address`, that no published page explains and no browser makes of itself: each one is somebody's leak. */
  strangers(): readonly string[] {
    return this.requests.filter((request) => !this.#explained(request)).map(({ method, url }) => `${method} ${url}`);
  }

  /** Closes the servers and every connection to them. */
  stop(): void {
    for (const server of this.#servers) server.close();
  }

  #explained({ method, url: href }: LoggedRequest): boolean {
    const url = new URL(href);
    if (BROWSERS_OWN_HOSTS.test(url.hostname)) return true;
    return method === 'GET' && (this.#published.has(addressOf(url)) || url.pathname === '/favicon.ico');
  }

  #answer(request: IncomingMessage, response: ServerResponse): void {
    const url = urlOf(request);
    this.requests.push({ method: request.method ?? '', url: url.href, headers: request.headers });
    // Kept-alive connections would hold the servers open after the tests.
    response.setHeader('connection', 'close');
    if (url.pathname === '/favicon.ico') {
      response.writeHead(204).end();
      return;
    }
    const publication = this.#published.get(addressOf(url));
    if (publication === undefined) {
      response.writeHead(502).end();
      return;
    }
    response.writeHead(200, { 'content-type': `${publication.type ?? 'text/html'}; charset=utf-8`, ...publication.headers });
    response.end(publication.body);
  }
}

function addressOf(url: URL): string {
  return url.host + url.pathname + url.search;
}

/** A request through a proxy names its whole address; one inside a TLS tunnel only the path. */
function urlOf({ url = '/', headers, socket }: IncomingMessage): URL {
  return URL.canParse(url)
    ? new URL(url)
    : new URL(url, `${socket instanceof TLSSocket ? 'https' : 'http'}://${headers.host ?? 'unknown.invalid'}`);
}

async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}
