package io.wubu.flow.questions;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import org.camunda.bpm.engine.rest.dto.StatisticsResultDto;
import org.camunda.bpm.engine.rest.dto.history.HistoricDetailDto;
import org.camunda.bpm.engine.rest.dto.history.ReportResultDto;
import org.camunda.bpm.engine.rest.mapper.JacksonConfigurator;

/** The JSON of the engine's API without the names of its classes, which it would write into some answers. */
@Provider
@Produces(MediaType.APPLICATION_JSON)
public class PlainJson extends JacksonConfigurator {

    @Override
    public ObjectMapper getContext(Class<?> type) {
        return super.getContext(type)
                .addMixIn(StatisticsResultDto.class, Nameless.class)
                .addMixIn(ReportResultDto.class, Nameless.class)
                .addMixIn(HistoricDetailDto.class, Nameless.class);
    }

    /** Of no class. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NONE)
    private abstract static class Nameless {}
}
