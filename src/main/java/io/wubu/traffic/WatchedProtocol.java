package io.wubu.traffic;

import java.util.Objects;
import org.apache.coyote.Processor;
import org.apache.coyote.http11.Http11NioProtocol;
import org.jspecify.annotations.Nullable;

/** HTTP/1.1 with threads and connections that are watched. Public because Tomcat makes it by name. */
public final class WatchedProtocol extends Http11NioProtocol {

    /** What the kernel keeps of an answer; with more, minutes could pass before a slow but honest reader is seen to read. */
    private static final int SEND_BUFFER = 64 << 10;

    private @Nullable SlowClients watch;
    private @Nullable Patience patience;
    private @Nullable Floods floods;

    /** To be told who watches before it starts. */
    public WatchedProtocol() {
        super(new WatchedEndpoint());
    }

    void watched(SlowClients itsWatch, Patience itsPatience, Floods itsFloods) {
        watch = itsWatch;
        patience = itsPatience;
        floods = itsFloods;
        itsWatch.threads(getMaxThreads());
        var endpoint = (WatchedEndpoint) getEndpoint();
        endpoint.watched(itsPatience, itsWatch, itsFloods);
        endpoint.getSocketProperties().setTxBufSize(SEND_BUFFER);
    }

    @Override
    protected Processor createProcessor() {
        return new WatchedProcessor(
                this,
                getAdapter(),
                Objects.requireNonNull(watch),
                Objects.requireNonNull(patience),
                Objects.requireNonNull(floods),
                strangers());
    }

    Strangers strangers() {
        return ((WatchedEndpoint) getEndpoint()).strangers();
    }
}
