# Builds and runs Rapport on one node. The workspace keeps its layout: the server runs its TypeScript sources.
# Every RUN line below also works by hand in a clean clone (see docs/deploy.md).
FROM node:24-bookworm-slim AS build
WORKDIR /app
COPY . .
RUN npm run setup && npm run build
# Only what the server needs at run time stays.
RUN npm run setup:runtime

FROM node:24-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 DATA_DIR=/data
WORKDIR /app
COPY --from=build --chown=root:root /app /app
RUN install --directory --owner=node --group=node --mode=0700 /data
USER node
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=3s --start-period=20s --retries=3 \
  CMD ["node", "scripts/health.mjs"]
STOPSIGNAL SIGTERM
# The flags of scripts/start.mjs.
CMD ["node", "--max-semi-space-size=32", "--v8-pool-size=1", "apps/server/src/main.ts"]
