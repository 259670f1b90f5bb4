# Studyhall in a container: no compiler, no development packages, not root.
# The image's own Node installs the packages; the one that runs is the same as on every machine: 26.
FROM node:26-slim AS packages
WORKDIR /app
ENV NODE_ENV=production
COPY package.json package-lock.json ./
RUN npm ci --omit=dev

FROM node:26-slim
WORKDIR /app
ENV NODE_ENV=production \
    TZ=UTC \
    DATABASE_FILE=/app/var/studyhall.sqlite
COPY --from=packages /app/node_modules ./node_modules
COPY package.json ./
COPY src ./src
COPY data ./data
RUN mkdir var && chown node:node var
USER node
VOLUME /app/var
EXPOSE 8080
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.HEALTH_PORT || 8080}/healthz`).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
# A copied .env.example sets the port to nothing, and the health check needs one.
CMD ["sh", "-c", "HEALTH_PORT=${HEALTH_PORT:-8080} exec node --min-semi-space-size=16 src/start.js"]
