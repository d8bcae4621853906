# One image for the gateway and every subgraph; the command says which.
FROM node:24-slim
WORKDIR /app
ENV NODE_ENV=production
COPY package.json package-lock.json .npmrc ./
COPY packages/embedded-mongo/package.json packages/embedded-mongo/
COPY packages/federation-engine/package.json packages/federation-engine/
RUN npm ci --omit=dev
COPY --chown=node:node . .
RUN chown node:node /app
USER node
# GraphiQL is built once, into the image.
RUN node --import tsx --eval "require('./console').buildConsole({ log: console.log })"
ENTRYPOINT ["node", "--import", "tsx"]
CMD ["gateway/main.ts"]
