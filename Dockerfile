# The server without its embedded database: it needs DATABASE_URL (docs/operations.md).
FROM node:24-bookworm-slim AS build
WORKDIR /build
COPY package.json package-lock.json .npmrc ./
# No scripts: `prepare` would build before there is anything to build.
RUN npm ci --ignore-scripts
COPY nest-cli.json tsconfig.json ./
COPY src src
COPY migrations migrations
# The optional packages are Node and PostgreSQL, which the image does not run from npm.
RUN npm run build && npm prune --omit=dev --omit=optional --ignore-scripts

FROM node:24-bookworm-slim
WORKDIR /app
ENV NODE_ENV=production BRIDGELOG_HOST=0.0.0.0 BRIDGELOG_PORT=4000 BRIDGELOG_DATA=/data
RUN install -d -o node -g node -m 0700 /data
COPY --from=build /build/package.json ./
COPY --from=build /build/node_modules node_modules
COPY --from=build /build/dist dist
# Read at run time: the SQL of the migrations, and the scripts of the drills.
COPY migrations migrations
COPY drills drills
USER node
VOLUME /data
EXPOSE 4000
HEALTHCHECK --interval=10s --timeout=5s --start-period=30s --retries=3 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.BRIDGELOG_PORT + '/health').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "--enable-source-maps", "dist/src/main.js", "serve"]
