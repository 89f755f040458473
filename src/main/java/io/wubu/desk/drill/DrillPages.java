package io.wubu.desk.drill;

import io.wubu.drill.OnDrill;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The drill's page lies outside the static pages, so that it exists in a drill only. */
@OnDrill
@Configuration(proxyBeanMethods = false)
class DrillPages implements WebMvcConfigurer {

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/desk/drill.*").addResourceLocations("classpath:/drill/");
    }
}
