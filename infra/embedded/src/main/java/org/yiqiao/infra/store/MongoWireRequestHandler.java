package org.yiqiao.infra.store;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.exception.MongoServerException;
import de.bwaldvogel.mongo.wire.message.ClientRequest;
import de.bwaldvogel.mongo.wire.message.MessageHeader;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import de.bwaldvogel.mongo.wire.message.MongoQuery;
import de.bwaldvogel.mongo.wire.message.MongoReply;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers the requests of one client in sequence. */
final class MongoWireRequestHandler extends SimpleChannelInboundHandler<ClientRequest> {
    private static final Logger LOG = LoggerFactory.getLogger(MongoWireRequestHandler.class);

    private final EmbeddedStoreBackend backend;
    private int answerCount;

    MongoWireRequestHandler(EmbeddedStoreBackend backend) {
        this.backend = backend;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext client, ClientRequest request) {
        MessageHeader header =
                new MessageHeader(++answerCount, request.getHeader().getRequestID());
        Object answer =
                switch (request) {
                    case MongoMessage message ->
                        new MongoMessage(client.channel(), header, execute(client, message, message.getDocument()));
                    case MongoQuery query -> new MongoReply(header, execute(client, query, query.getQuery()));
                    default -> throw new MongoServerException("Unknown message: " + request);
                };
        var _ = client.writeAndFlush(answer).addListener(ChannelFutureListener.CLOSE_ON_FAILURE);
    }

    /** Executes a command. Drivers send the legacy query message only for their first handshake. */
    private Document execute(ChannelHandlerContext client, ClientRequest request, Document query) {
        String command = query.keySet().iterator().next();
        try {
            return backend.handleCommand(client.channel(), request.getDatabaseName(), command, query);
        } catch (MongoServerException e) {
            LOG.debug("Rejected command {}", command, e);
            return errorDocument(e);
        } catch (RuntimeException e) {
            LOG.error("Failed to handle {}", command, e);
            return errorDocument(new MongoServerException("Unknown error: " + e, e));
        }
    }

    private static Document errorDocument(MongoServerException cause) {
        Document failure = new Document("errmsg", cause.getMessageWithoutErrorCode());
        if (cause instanceof MongoServerError error) {
            failure.put("code", error.getCode());
            failure.putIfNotNull("codeName", error.getCodeName());
        }
        return failure.append("ok", 0);
    }

    @Override
    public void channelInactive(ChannelHandlerContext client) throws Exception {
        backend.handleClose(client.channel());
        super.channelInactive(client);
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext client, Throwable cause) {
        if (cause instanceof IOException) {
            LOG.debug("Client {} disconnected", client.channel(), cause);
        } else {
            LOG.error("Closing client {}", client.channel(), cause);
        }
        var _ = client.close();
    }
}
