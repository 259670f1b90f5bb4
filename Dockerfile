# Studyhall in a container: no compiler, no development packages, not root.
# To build on exactly one image, name it by digest: --build-arg NODE_IMAGE=node:26-slim@sha256:…
ARG NODE_IMAGE=node:26-slim
FROM ${NODE_IMAGE} AS packages
WORKDIR /app
ENV NODE_ENV=production
COPY package.json package-lock.json ./
RUN npm ci --omit=dev

FROM ${NODE_IMAGE}
WORKDIR /app
ENV NODE_ENV=production \
    TZ=UTC \
    DATABASE_FILE=/app/var/studyhall.sqlite \
    HEALTH_HOST=0.0.0.0
COPY --from=packages /app/node_modules ./node_modules
COPY package.json ./
COPY src ./src
COPY data ./data
RUN mkdir --mode 700 var && chown 1000:1000 var
# The user "node" of the image, by number: Kubernetes cannot tell from a name that it is not root (runAsNonRoot).
USER 1000:1000
VOLUME /app/var
EXPOSE 8080
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.HEALTH_PORT || 8080}/healthz`).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
# A copied .env.example sets the port to nothing, and the health check needs one.
CMD ["sh", "-c", "HEALTH_PORT=${HEALTH_PORT:-8080} exec node --min-semi-space-size=16 src/start.js"]
