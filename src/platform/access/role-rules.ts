import type { OnApplicationBootstrap } from '@nestjs/common';
import { Injectable } from '@nestjs/common';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import { RESOLVER_TYPE_METADATA } from '@nestjs/graphql';
import { Requires } from './requires.js';

const rootTypes: readonly unknown[] = ['Query', 'Mutation', 'Subscription'];
type Method = (...parameters: never[]) => unknown;

/** Refuses to start with a query, mutation or subscription that declares no role. */
@Injectable()
export class RoleRules implements OnApplicationBootstrap {
  private readonly scanner = new MetadataScanner();

  constructor(
    private readonly discovery: DiscoveryService,
    private readonly reflector: Reflector,
  ) {}

  onApplicationBootstrap(): void {
    const open = this.discovery
      .getProviders()
      .flatMap(({ instance }) => this.withoutRule(instance as unknown));
    if (open.length > 0) throw new Error(`No @Requires(role) on: ${open.join(', ')}`);
  }

  private withoutRule(instance: unknown): string[] {
    if (typeof instance !== 'object' || instance === null) return [];
    const prototype = Object.getPrototypeOf(instance) as Record<string, Method> | null;
    if (prototype === null) return [];
    return this.scanner
      .getAllMethodNames(prototype)
      .filter((name) => this.isOpenRootField(prototype[name]))
      .map((name) => `${instance.constructor.name}.${name}`);
  }

  private isOpenRootField(method: Method | undefined): boolean {
    if (method === undefined) return false;
    const root: unknown = this.reflector.get(RESOLVER_TYPE_METADATA, method);
    const rule: unknown = this.reflector.get(Requires.KEY, method);
    return rootTypes.includes(root) && rule === undefined;
  }
}
